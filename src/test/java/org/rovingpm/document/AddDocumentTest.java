package org.rovingpm.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.document.TestClamd.Mood;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class AddDocumentTest {

    @Autowired
    private AddDocument addDocument;

    @Autowired
    private RemoveDocument removeDocument;

    @Autowired
    private CheckDocument check;

    @Autowired
    private Documents documents;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;

    @BeforeEach
    void aCase() {
        reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER);
    }

    private AddDocument scannedBy(TestClamd daemon) {
        return new AddDocument(
                check,
                new Clamd("localhost", daemon.port(), Duration.ofSeconds(1)),
                documents,
                cases,
                timeline,
                transaction);
    }

    private Document only() {
        assertThat(documents.of(reference)).hasSize(1);
        return documents.of(reference).get(0);
    }

    @Test
    void storesWhatWasAddedByteForByteAndRecordsItOnTheTimeline() {
        addDocument.add(reference, "Plan für März.pdf", SampleFiles.pdf("a plan"), "coordinator");

        assertThat(only().name()).isEqualTo("Plan für März.pdf");
        assertThat(only().scanned()).isFalse();
        assertThat(documents.contentOf(only())).contains(SampleFiles.pdf("a plan"));
        Timeline.Entry entry = timeline.latest(reference, "Document added").orElseThrow();
        assertThat(entry.newValue()).isEqualTo("Plan für März.pdf");
        assertThat(entry.who()).isEqualTo("coordinator");
    }

    @Test
    void notesThatTheScannerFoundNothingAndRefusesWhatItFinds() {
        try (TestClamd daemon = new TestClamd(Mood.WELL)) {
            scannedBy(daemon).add(reference, "plan.pdf", SampleFiles.pdf("a plan"), "coordinator");
            assertThat(only().scanned()).isTrue();
            assertThatThrownBy(() -> scannedBy(daemon)
                            .add(reference, "eicar.txt", SampleFiles.text(SampleFiles.EICAR), "coordinator"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("found a virus");
            assertThat(only().name()).isEqualTo("plan.pdf");
            assertThat(timeline.latest(reference).orElseThrow().newValue()).isEqualTo("plan.pdf");
        }
    }

    @Test
    void storesNothingWhileTheScannerIsUnavailable() {
        for (Mood mood : new Mood[] {Mood.SILENT, Mood.CUTS_OFF_BEFORE_ANSWERING, Mood.TOO_LONG}) {
            try (TestClamd daemon = new TestClamd(mood)) {
                assertThatThrownBy(() ->
                                scannedBy(daemon).add(reference, "plan.pdf", SampleFiles.pdf("a plan"), "coordinator"))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("scanner does not answer");
            }
        }
        assertThat(documents.of(reference)).isEmpty();
        assertThat(timeline.count(reference)).isZero();
    }

    @Test
    void takesTheSameFileSentTwiceOnceAndRefusesItUnderAnotherName() {
        addDocument.add(reference, "plan.pdf", SampleFiles.pdf("a plan"), "coordinator");
        addDocument.add(reference, "plan.pdf", SampleFiles.pdf("a plan"), "coordinator");
        assertThatThrownBy(() -> addDocument.add(reference, "other.pdf", SampleFiles.pdf("a plan"), "coordinator"))
                .hasMessageContaining("is already in the case, as “plan.pdf”");
        assertThat(documents.of(reference)).hasSize(1);
        assertThat(timeline.count(reference)).isEqualTo(1);
    }

    @Test
    void takesNoMoreThanFiftyEvenWhenManyComeAtOnce() throws InterruptedException, ExecutionException {
        IntStream.range(0, AddDocument.MOST - 2)
                .forEach(number ->
                        addDocument.add(reference, number + ".pdf", SampleFiles.pdf("" + number), "coordinator"));
        ExecutorService people = Executors.newFixedThreadPool(8);
        int refused = 0;
        try {
            List<Callable<Boolean>> uploads = IntStream.range(100, 108)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        try {
                            addDocument.add(reference, number + ".pdf", SampleFiles.pdf("" + number), "coordinator");
                            return true;
                        } catch (Refusal full) {
                            return false;
                        }
                    })
                    .toList();
            for (Future<Boolean> upload : people.invokeAll(uploads)) {
                refused += upload.get() ? 0 : 1;
            }
        } finally {
            people.shutdown();
        }
        assertThat(refused).isEqualTo(6);
        assertThat(documents.count(reference)).isEqualTo(AddDocument.MOST);
        removeDocument.remove(
                reference,
                documents.of(reference).get(0).id(),
                new RemoveDocument.Form("Twice."),
                false,
                "coordinator");
        addDocument.add(reference, "again.pdf", SampleFiles.pdf("again"), "coordinator");
    }

    @Test
    void removesTheContentForGoodAndKeepsTheRecordOfIt() {
        addDocument.add(reference, "plan.pdf", SampleFiles.pdf("a plan"), "pm-1");
        long id = only().id();
        assertThatThrownBy(
                        () -> removeDocument.remove(reference, id, new RemoveDocument.Form("Why not."), true, "pm-2"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("that you added");

        removeDocument.remove(reference, id, new RemoveDocument.Form("Named a patient."), true, "pm-1");
        removeDocument.remove(reference, id, new RemoveDocument.Form("Again."), true, "pm-1");

        assertThat(only().removal().reason()).isEqualTo("Named a patient.");
        assertThat(documents.contentOf(only())).isEmpty();
        assertThat(documents.there(reference, 10)).isEmpty();
        assertThat(timeline.latest(reference).orElseThrow().reason()).isEqualTo("Named a patient.");
        assertThat(timeline.count(reference)).isEqualTo(2);
        addDocument.add(reference, "plan.pdf", SampleFiles.pdf("a plan"), "pm-1");
        assertThat(documents.there(reference, 10)).hasSize(1);
    }

    @Test
    void theDatabaseLetsNobodyRewriteADocumentOrDropItsContent() {
        addDocument.add(reference, "plan.pdf", SampleFiles.pdf("a plan"), "coordinator");
        long id = only().id();
        for (String change : List.of(
                "update case_document set name = 'x' where id = :id",
                "delete from case_document where id = :id",
                "update case_document_content set content = 'x' where document_id = :id",
                "delete from case_document_content where document_id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("id", id).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void givesADocumentOnlyAsOneOfItsOwnCase() {
        addDocument.add(reference, "plan.pdf", SampleFiles.pdf("a plan"), "coordinator");
        CaseReference another = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
        assertThat(documents.find(another, only().id())).isEmpty();
        assertThatThrownBy(() ->
                        removeDocument.remove(another, only().id(), new RemoveDocument.Form("x"), false, "coordinator"))
                .isInstanceOf(Refusal.class);
    }
}
