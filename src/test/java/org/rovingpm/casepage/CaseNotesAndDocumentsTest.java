package org.rovingpm.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.badinput.NaughtyStrings;
import org.rovingpm.document.AddDocument;
import org.rovingpm.document.Document;
import org.rovingpm.document.Documents;
import org.rovingpm.document.SampleFiles;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents and notes through the web, as browsers send them, by people of every role. */
@ApplicationTest
class CaseNotesAndDocumentsTest {

    private static final byte[] PLAN = SampleFiles.pdf("a plan");

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private AddDocument addDocument;

    @Autowired
    private Documents documents;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;
    private String pm;

    @BeforeEach
    void aCaseWithAPm() {
        reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER);
        jdbc.sql(
                        "insert into rag_suggestion (case_reference, rag, reasons, suggested_at) values (:reference, 'AMBER', '[]', now())")
                .param("reference", reference.value())
                .update();
        pm = people.with(Role.ROVING_PM);
        jdbc.sql("""
                insert into roving_pm (user_id, name, email, status, home_postcode, sessions_a_week, dbs_valid_until,
                    agreement_valid_until, joined_on, changed_at, changed_by)
                values (:pm, 'Test PM', 'pm@example.org', 'PAUSED', 'NG1 1AA', 1, current_date, current_date, current_date, now(), 'test')""").param("pm", pm).update();
        jdbc.sql("""
                insert into placement (case_reference, pm, started_on, sessions_a_week, expected_end_on)
                values (:reference, :pm, current_date, 1, current_date + 30)""").param("reference", reference.value()).param("pm", pm).update();
    }

    @AfterEach
    void theSupportEnds() {
        jdbc.sql("update placement set ended_on = current_date, end_reason = 'SUPPORT_ENDED' where pm = :pm")
                .param("pm", pm)
                .update();
    }

    private Browser currentUser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        return browser;
    }

    private Browser currentUser(Role role) {
        return currentUser(people.with(role));
    }

    private HttpResponse<String> upload(Browser browser, String name, byte[] content, boolean script) {
        browser.get("/cases/" + reference);
        return browser.upload("/uploads/" + reference, name, content, script);
    }

    private String addressOf(Document document) {
        return "/cases/%s/documents/%d".formatted(reference, document.id());
    }

    @Test
    void staffAndThePmOfTheCaseAddReadAndRemoveDocumentsWithoutJavaScript() {
        for (Browser browser :
                List.of(currentUser(Role.COORDINATOR), currentUser(Role.SERVICE_MANAGER), currentUser(pm))) {
            HttpResponse<String> added = upload(browser, "Plan für “März” 中文.pdf", PLAN, false);
            assertThat(Browser.location(added)).isEqualTo("/cases/" + reference + "#documents");
            assertThat(browser.get("/cases/" + reference).body())
                    .contains("The document has been added.", "Plan für “März” 中文.pdf", "not scanned");
            Document document = documents.there(reference, 1).get(0);

            HttpResponse<String> given = browser.get(addressOf(document));
            assertThat(given.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(PLAN);
            assertThat(given.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(given.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(given.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(given.headers().allValues("Content-Security-Policy"))
                    .containsExactly("default-src 'none'; sandbox");
            String disposition =
                    given.headers().firstValue("Content-Disposition").orElseThrow();
            assertThat(disposition).startsWith("attachment;");
            assertThat(URLDecoder.decode(disposition.replaceFirst(".*filename\\*=UTF-8''", ""), StandardCharsets.UTF_8))
                    .isEqualTo("Plan für “März” 中文.pdf");

            browser.get("/cases/" + reference);
            browser.post(addressOf(document) + "/removal", "reason", "It was <b>wrong</b>");
            assertThat(browser.get("/cases/" + reference).body()).contains("contains HTML");
            browser.post(addressOf(document) + "/removal", "reason", "It was the wrong one.");
            assertThat(browser.get("/cases/" + reference).body())
                    .contains("The document has been removed.", "It was the wrong one.");
            assertThat(browser.get(addressOf(document)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void nobodyElseReachesThePapersOfACase() {
        addDocument.add(reference, "plan.pdf", PLAN, "coordinator");
        Document document = documents.there(reference, 1).get(0);
        for (Role role : Role.values()) {
            if (role == Role.COORDINATOR || role == Role.SERVICE_MANAGER) {
                continue;
            }
            Browser browser = currentUser(role);
            browser.get("/sign-in");
            assertThat(browser.get(addressOf(document)).statusCode())
                    .as("%s reads", role)
                    .isEqualTo(404);
            assertThat(browser.upload("/uploads/" + reference, "mine.pdf", SampleFiles.pdf("mine"), true)
                            .statusCode())
                    .as("%s adds", role)
                    .isEqualTo(404);
            assertThat(browser.post(addressOf(document) + "/removal", "reason", "x")
                            .statusCode())
                    .as("%s removes", role)
                    .isEqualTo(404);
            assertThat(browser.post("/cases/" + reference + "/notes", "note", "x")
                            .statusCode())
                    .as("%s writes", role)
                    .isEqualTo(404);
        }
        Browser nobody = new Browser(port);
        nobody.get("/sign-in");
        assertThat(nobody.upload("/uploads/" + reference, "mine.pdf", SampleFiles.pdf("mine"), true)
                        .statusCode())
                .isEqualTo(401);
        assertThat(Browser.location(nobody.get(addressOf(document)))).isEqualTo("/sign-in");
        assertThat(documents.of(reference)).hasSize(1);
        assertThat(notes()).isEmpty();
    }

    @Test
    void somebodyWithAnInterestInThePracticeReachesNoneOfThePapers() {
        addDocument.add(reference, "plan.pdf", PLAN, "coordinator");
        jdbc.sql("""
                insert into declared_interest (person, ods_code, reason, since, declared_at, declared_by, confirmed_on)
                select :pm, ods_code, 'My brother works there.', current_date, now(), :pm, current_date from case_practice where case_reference = :reference""").param("pm", pm).param("reference", reference.value()).update();
        Browser browser = currentUser(pm);
        browser.get("/sign-in");
        assertThat(browser.get(addressOf(documents.there(reference, 1).get(0))).statusCode())
                .isEqualTo(404);
        assertThat(browser.upload("/uploads/" + reference, "mine.pdf", SampleFiles.pdf("mine"), true)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aForgedUploadIsRefused() {
        Browser browser = currentUser(Role.COORDINATOR);
        HttpResponse<String> forged = browser.upload("/uploads/" + reference, "plan.pdf", PLAN, true, "");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(documents.of(reference)).isEmpty();
    }

    @Test
    void aPmRemovesOnlyWhatTheyAdded() {
        addDocument.add(reference, "plan.pdf", PLAN, "coordinator");
        Browser browser = currentUser(pm);
        assertThat(browser.get("/cases/" + reference).body())
                .contains("plan.pdf")
                .doesNotContain("Remove document");
        browser.post(addressOf(documents.there(reference, 1).get(0)) + "/removal", "reason", "x");
        assertThat(browser.get("/cases/" + reference).body()).contains("You can only remove documents that you added");
        assertThat(documents.count(reference)).isEqualTo(1);
    }

    @Test
    void saysInASentenceWhatIsWrongToScriptsAndOnThePage() {
        Browser browser = currentUser(Role.COORDINATOR);
        HttpResponse<String> page = upload(browser, "page.pdf", SampleFiles.text("<html></html>"), true);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(Browser.json(page).get("problem").asText()).contains("does not match its name");
        assertThat(Browser.json(upload(browser, "", new byte[0], true))
                        .get("problem")
                        .asText())
                .isEqualTo("Choose a file first.");
        upload(browser, "old.doc", PLAN, false);
        assertThat(browser.get("/cases/" + reference).body()).contains("save it as .docx");

        byte[] large = new byte[AddDocument.LARGEST + 200_000];
        HttpResponse<String> refused = upload(browser, "large.pdf", large, true);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(Browser.json(refused).get("problem").asText()).contains("larger than 10 MB");
        upload(browser, "large.pdf", large, false);
        assertThat(browser.get("/cases/" + reference).body()).contains("larger than 10 MB");
        byte[] largest = Arrays.copyOf(PLAN, AddDocument.LARGEST);
        assertThat(upload(browser, "largest.pdf", largest, true).statusCode()).isEqualTo(200);
        assertThat(documents.there(reference, 2)).hasSize(1);
    }

    @Test
    void noOtherPageTakesAFile() {
        Browser browser = currentUser(Role.COORDINATOR);
        browser.get("/cases/" + reference);
        assertThat(browser.upload("/cases/" + reference + "/notes", "plan.pdf", PLAN, true)
                        .statusCode())
                .isIn(403, 422);
        assertThat(notes()).isEmpty();
    }

    @Test
    void namesAndNotesAreShownAsTheyAreWhateverTheyAre() {
        Browser browser = currentUser(Role.COORDINATOR);
        List<String> naughty = NaughtyStrings.all().stream()
                .filter(one -> one.length() < 200 && !one.matches("(?s).*[\\r\\n\"\u0000].*"))
                .toList();
        for (int number = 0; number < naughty.size(); number += 9) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes(SampleFiles.pdf("number " + number));
            HttpResponse<String> answer =
                    upload(browser, naughty.get(number) + number + ".pdf", content.toByteArray(), true);
            assertThat(answer.statusCode()).as(naughty.get(number)).isEqualTo(200);
        }
        String page = browser.get("/cases/" + reference).body();
        assertThat(page).doesNotContain("<script>alert", "<img src=x", "<svg/onload");
        for (Document document : documents.there(reference, 50)) {
            HttpResponse<String> given = browser.get(addressOf(document));
            String disposition =
                    given.headers().firstValue("Content-Disposition").orElseThrow();
            assertThat(URLDecoder.decode(
                            disposition
                                    .replaceFirst(".*filename\\*=UTF-8''", "")
                                    .replace("+", "%2B"),
                            StandardCharsets.UTF_8))
                    .isEqualTo(document.name());
        }
    }

    @Test
    void savesNotesAndShowsAgainWhatWasRefused() {
        Browser office = currentUser(Role.COORDINATOR);
        office.get("/cases/" + reference);
        office.post("/cases/" + reference + "/notes", "note", "For the office.");
        office.get("/cases/" + reference);
        office.post("/cases/" + reference + "/notes", "note", "For the PM.", "forPm", "true");
        assertThat(office.get("/cases/" + reference).body())
                .contains("For the office.", "For the PM.", "Office only", "The PM sees this");
        office.post("/cases/" + reference + "/notes", "note", "A <b>bold</b> note");
        assertThat(office.get("/cases/" + reference).body())
                .contains("contains HTML", "A &lt;b&gt;bold&lt;/b&gt; note</textarea>");

        Browser placed = currentUser(pm);
        assertThat(placed.get("/cases/" + reference).body())
                .contains("For the PM.")
                .doesNotContain("For the office.", "forPm");
        placed.post("/cases/" + reference + "/notes", "note", "From the PM.", "forPm", "false");
        assertThat(placed.get("/cases/" + reference).body()).contains("From the PM.");
        assertThat(notes()).containsExactlyInAnyOrder("For the office.", "For the PM.", "From the PM.");
    }

    private List<String> notes() {
        return jdbc.sql("select text from team_note where case_reference = :reference")
                .param("reference", reference.value())
                .query(String.class)
                .list();
    }

    @Test
    void aNoteShowsTheNameThatItsWriterHadThen() {
        String writer = people.with(Role.COORDINATOR);
        Browser office = currentUser(writer);
        office.get("/cases/" + reference);
        office.post("/cases/" + reference + "/notes", "note", "Written before.");
        people.rename(writer, "an-administrator", Role.ADMINISTRATOR, "Tess", "Thistle");
        assertThat(office.get("/cases/" + reference).body())
                .contains("Tamsin Teasel")
                .doesNotContain("Tess Thistle");
        office.post("/cases/" + reference + "/notes", "note", "Written after.");
        assertThat(office.get("/cases/" + reference).body()).contains("Tamsin Teasel", "Tess Thistle");
    }
}
