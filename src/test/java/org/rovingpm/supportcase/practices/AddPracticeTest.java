package org.rovingpm.supportcase.practices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CasePractices.CasePractice;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Another practice joins a case, as when two merge; what protects people is about each practice of it. */
@ApplicationTest
@Transactional
class AddPracticeTest {

    private static final Contact CONTACT =
            new Contact("Joan Joiner", "GP partner", "joan@example.org", "0115 496 0001");

    @Autowired
    private Scheme scheme;

    @Autowired
    private AddPractice addPractice;

    @Autowired
    private CasePractices casePractices;

    @Autowired
    private SupportCases cases;

    @Autowired
    private CaseSummary summary;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient jdbc;

    private Practice first;
    private Map<String, Object> request;
    private CaseReference reference;

    @BeforeEach
    void aCaseOfOnePractice() {
        first = scheme.practice("Z96001");
        request = scheme.request(first);
        reference = new CaseReference(scheme.requestHelp("coordinator", request));
    }

    private void add(OdsCode code) {
        addPractice.add(
                reference, new AddPractice.Form(code.value(), CONTACT, "Dr Patel and Joan Joiner"), "coordinator");
    }

    private String refusal(OdsCode code) {
        return catchThrowableOfType(Refusal.class, () -> add(code)).getMessage();
    }

    @Test
    void aCaseBeginsWithThePracticeOfItsRequestWhichLeads() {
        assertThat(casePractices.of(reference)).singleElement().satisfies(practice -> {
            assertThat(practice.code()).isEqualTo(first.code());
            assertThat(practice.leads()).isTrue();
            assertThat(practice.contact())
                    .isEqualTo(cases.get(reference).request().contact());
        });
    }

    @Test
    void anotherPracticeJoinsWithAContactOfItsOwnAndOnTheRecord() {
        Practice second = scheme.practice("Z95001");
        add(second.code());

        assertThat(casePractices.of(reference))
                .containsExactly(
                        new CasePractice(
                                first.code(),
                                true,
                                cases.get(reference).request().contact()),
                        new CasePractice(second.code(), false, CONTACT));
        assertThat(cases.get(reference).practices()).containsExactly(first.code(), second.code());
        assertThat(cases.get(reference).leadingPractice()).isEqualTo(first.code());
        assertThat(timeline.latest(reference).orElseThrow()).satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("Practice added to the case");
            assertThat(entry.reason()).isEqualTo("Agreed to by Dr Patel and Joan Joiner");
        });
        assertThat(summary.of(reference)).contains("**Practice Z96001** (Z96001), **Practice Z95001** (Z95001)");
        assertThat(summary.requestOf(reference)).contains("Practice Z96001, ", "Practice Z95001, ");
        assertThat(summary.contactOf(reference)).contains("Test Contact", "Contact at Practice Z95001", "joan@example");
    }

    @Test
    void onlyAnOpenPracticeOfTheSchemeJoinsAndOnce() {
        assertThat(refusal(new OdsCode("Z00000"))).contains("no practice with the ODS code Z00000");
        assertThat(refusal(first.code())).isEqualTo("Practice Z96001 is one of the practices of this case already.");
        Practice closed = scheme.practice("Z96002");
        jdbc.sql("update practice set status = 'CLOSED' where ods_code = 'Z96002'")
                .update();
        assertThat(refusal(closed.code())).contains("is not open");
        Practice elsewhere = scheme.practice("Z96003");
        jdbc.sql("update practice set in_scheme = false where ods_code = 'Z96003'")
                .update();
        assertThat(refusal(elsewhere.code())).contains("not one of the practices that this scheme serves");
    }

    @Test
    void nobodyJoinsACaseThatHasEnded() {
        scheme.complete(
                reference.value(),
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "DECLINE", "declineReason", "OUTSIDE_AREA", "signpostedTo", "The next county"));
        assertThat(refusal(scheme.practice("Z96004").code())).contains("has ended");
    }

    @Test
    void theSameRequestOfAnotherPracticeOfTheCaseIsRecognised() {
        Practice second = scheme.practice("Z96005");
        add(second.code());
        request.put("odsCode", second.code().value());

        assertThatThrownBy(() -> scheme.requestHelp("coordinator", request))
                .hasMessageContaining("This request is already case " + reference);
        assertThat(cases.openOf(second.code())).singleElement().satisfies(open -> assertThat(open.reference())
                .isEqualTo(reference));
        assertThat(cases.openWithContact(second.code(), "joan@example.org")).isPresent();
        assertThat(cases.openWithContact(first.code(), "joan@example.org"))
                .as("the contact of one practice does not speak for another")
                .isEmpty();
    }

    @Test
    void onePracticeLeadsAndNoMore() {
        add(scheme.practice("Z96006").code());
        assertThatThrownBy(() -> jdbc.sql("update case_practice set leads = true where case_reference = :reference")
                        .param("reference", reference.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("case_practice_leads");
    }

    @Test
    void noCaseBeginsWithoutAPractice() {
        jdbc.sql("""
                insert into support_case select (jsonb_populate_record(c, '{"reference": "RPM-2026-9999999"}')).*
                from support_case c where reference = :reference""").param("reference", reference.value()).update();
        assertThatThrownBy(() -> jdbc.sql("set constraints support_case_has_practice immediate")
                        .update())
                .hasMessageContaining("Case RPM-2026-9999999 has no leading practice");
    }

    @Test
    void noCaseIsWithoutAPracticeThatLeads() {
        jdbc.sql("update case_practice set leads = false where case_reference = :reference")
                .param("reference", reference.value())
                .update();
        assertThatThrownBy(() -> jdbc.sql("set constraints all immediate").update())
                .hasMessageContaining("Case %s has no leading practice".formatted(reference));
    }
}
