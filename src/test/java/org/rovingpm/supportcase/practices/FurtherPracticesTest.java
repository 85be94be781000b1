package org.rovingpm.supportcase.practices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.core.authority.AuthorityUtils.createAuthorityList;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.answer.AnswerQuestion;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.request.OpenCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A request for several practices: each has agreed, or is asked itself before it is of the case; and a practice leaves a case again. */
@ApplicationTest
class FurtherPracticesTest {

    private static final String COORDINATOR = "coordinator";

    @Autowired
    private Scheme scheme;

    @Autowired
    private OpenCase openCase;

    @Autowired
    private Submissions submissions;

    @Autowired
    private SupportCases cases;

    @Autowired
    private CasePractices casePractices;

    @Autowired
    private InvitedPractices invited;

    @Autowired
    private Messages messages;

    @Autowired
    private Timeline timeline;

    @Autowired
    private QuestionKinds kinds;

    @Autowired
    private AnswerQuestion answerQuestion;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private HiddenCases hiddenCases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private final List<String> begun = new ArrayList<>();
    private Practice first;
    private Practice second;
    private Practice third;

    @BeforeEach
    void threePractices() {
        first = scheme.practice("Z94001");
        second = scheme.practice("Z94002");
        third = scheme.practice("Z94003");
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        begun.forEach(scheme::forget);
        jdbc.sql(
                        "update support_case set stage = 'DECLINED', held_at = null, held_until = null, closed_at = now() "
                                + "where closed_at is null and reference in (select case_reference from case_practice where ods_code like 'Z9400%')")
                .update();
        jdbc.sql("update practice set status = 'ACTIVE' where ods_code like 'Z9400%'")
                .update();
    }

    private static Map<String, Object> further(String code) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("odsCode", code);
        fields.put("contactName", "Contact of " + code);
        fields.put("contactRole", "GP partner");
        fields.put("contactEmail", "contact@%s.example.org".formatted(code));
        fields.put("agreedBy", "Dr Rung, partner");
        fields.put("agreedOn", LocalDate.now(SchemeTime.ZONE).toString());
        return fields;
    }

    private Map<String, Object> request(Object... others) {
        Map<String, Object> fields = scheme.request(first);
        fields.put("furtherPractices", List.of(others));
        return fields;
    }

    private CaseReference byStaff(Map<String, Object> fields) {
        String reference = scheme.requestHelp(COORDINATOR, fields);
        begun.add(reference);
        return new CaseReference(reference);
    }

    private CaseReference byPractice(Object... others) {
        CaseReference reference =
                openCase.open(submissions.read(RequestHelp.TakenRequest.class, request(others)), OpenCase.PRACTICE);
        begun.add(reference.value());
        return reference;
    }

    private String refusalOf(Object... others) {
        try {
            byStaff(request(others));
            throw new AssertionError("It was taken.");
        } catch (RuntimeException failure) {
            return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                    .filter(Refusal.class::isInstance)
                    .map(Throwable::getMessage)
                    .findFirst()
                    .orElseThrow(() -> failure);
        }
    }

    private List<String> told(CaseReference reference, String template) {
        return messages.of(reference, 100).stream()
                .filter(message -> message.template().equals(template))
                .map(Message::person)
                .sorted()
                .toList();
    }

    private String linkOf(CaseReference reference, String purpose, Practice practice) {
        return kinds.link(kinds.ask(purpose, reference, practice.code()).orElseThrow(), null, practice.code());
    }

    private void answer(String link, String answer) {
        answerQuestion.answer(link, Map.of("answer", answer, "answeredBy", "Dr Rung, partner"));
    }

    private String page(String link) throws Exception {
        return web.perform(get("/answer/" + link)).andReturn().getResponse().getContentAsString();
    }

    @Test
    void whoTakesARequestOpensOneCaseForAllPracticesThatHaveAgreedAndEachIsWrittenTo() {
        CaseReference reference = byStaff(request(further("Z94002"), further("Z94003")));

        assertThat(cases.get(reference).practices()).containsExactly(first.code(), second.code(), third.code());
        assertThat(casePractices.of(reference).get(1).contact().contactEmail()).isEqualTo("contact@Z94002.example.org");
        assertThat(told(reference, "request-received")).containsExactly("Z94001", "Z94002", "Z94003");
        assertThat(timeline.of(reference, AddPractice.ADDED, 10))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.reason()).startsWith("Agreed to by Dr Rung, partner on "));
    }

    @Test
    void nobodyIsInACaseWithoutTheConsentOfTheirPractice() {
        Map<String, Object> other = further("Z94002");
        other.remove("agreedBy");
        assertThat(refusalOf(other)).contains("Say who at the other practice agreed");
        other = further("Z94002");
        other.put("agreedOn", LocalDate.now(SchemeTime.ZONE).plusDays(1).toString());
        assertThat(refusalOf(other)).contains("in the future: consent comes first");
    }

    @Test
    void theSamePracticeTwiceAClosedOneAndOneTooManyAreRefusedInPlainWords() {
        assertThat(refusalOf(further("Z94001")))
                .contains("Practice Z94001 is one of the practices of this case already.");
        assertThat(refusalOf(further("Z94002"), further("Z94002")))
                .contains("Practice Z94002 is one of the practices of this case already.");
        jdbc.sql("update practice set status = 'CLOSED' where ods_code = 'Z94003'")
                .update();
        assertThat(refusalOf(further("Z94003"))).contains("Practice Z94003 is not open");
        assertThat(refusalOf(IntStream.range(2, 8)
                        .mapToObj(number ->
                                further(scheme.practice("Z9400" + number).code().value()))
                        .toArray()))
                .contains("A case has 6 practices at most");
    }

    @Test
    void onlyWhoSeesTheOpenCaseOfAnotherPracticeIsToldOfIt() {
        CaseReference own = byStaff(scheme.request(second));
        assertThat(refusalOf(further("Z94002")))
                .contains("Practice Z94002 has an open case of its own, " + own + ": link the two cases");

        jdbc.sql("""
                insert into kept_out (case_reference, person, reason, kept_out_at, kept_out_by)
                values (:own, 'coordinator', 'They fell out.', now(), 'service-manager')""").param("own", own.value()).update();
        CaseReference reference = byStaff(request(further("Z94002")));
        assertThat(cases.get(reference).practices()).containsExactly(first.code(), second.code());
    }

    @Test
    void aPracticeThatAnotherOneNamesIsAskedItselfAndIsOfTheCaseOnceItAgrees() throws Exception {
        CaseReference reference = byPractice(further("Z94002"), further("Z94003"));

        assertThat(cases.get(reference).practices()).containsExactly(first.code());
        assertThat(told(reference, "practice-invited")).containsExactly("Z94002", "Z94003");
        assertThat(messages.of(reference, 100))
                .filteredOn(message -> message.template().equals("practice-invited"))
                .allSatisfy(message -> assertThat(message.body())
                        .contains("Practice Z94001 asked for the help", "Dear colleague")
                        .doesNotContain("short notice", "Contact of"));
        assertThat(pageOf("/cases/" + reference)).contains("Practice Z94002: asked by e-mail whether it takes part");
        String link = linkOf(reference, "join-case", second);
        assertThat(page(link)).contains("Does Practice Z94002 take part?").doesNotContain("short notice");

        answer(link, "JOIN");
        assertThat(cases.get(reference).practices()).containsExactly(first.code(), second.code());
        assertThat(told(reference, "practice-added")).containsExactly("Z94001", "Z94002");
        assertThatThrownBy(() -> answer(link, "STAY_OUT")).isInstanceOf(Refusal.class);
        assertThat(page(link)).contains("answered already");

        answer(linkOf(reference, "join-case", third), "STAY_OUT");
        assertThat(cases.get(reference).practices()).hasSize(2);
        assertThat(timeline.latest(reference, "Practice does not take part")).isPresent();
        assertThat(pageOf("/cases/" + reference))
                .contains("Practice Z94003: does not take part, answered by Dr Rung, partner");
        assertThat(told(reference, "practice-added")).hasSize(2);
    }

    @Test
    void twoPracticesThatAgreeAtTheSameMomentAreBothOfTheCase() {
        CaseReference reference = byPractice(further("Z94002"), further("Z94003"));
        List<String> links = List.of(
                linkOf(reference, "join-case", second), linkOf(reference, "join-case", second),
                linkOf(reference, "join-case", third), linkOf(reference, "join-case", third));
        CyclicBarrier together = new CyclicBarrier(links.size());
        List<CompletableFuture<Boolean>> answers = links.stream()
                .map(link -> CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        answer(link, "JOIN");
                        return true;
                    } catch (Refusal second) {
                        return false;
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }))
                .toList();

        assertThat(answers.stream().filter(CompletableFuture::join)).hasSize(2);
        assertThat(cases.get(reference).practices()).containsExactly(first.code(), second.code(), third.code());
        assertThat(timeline.of(reference, AddPractice.ADDED, 10)).hasSize(2);
    }

    @Test
    void aPracticeJoinsACaseByCaseChangeAndLeavesItAgain() throws Exception {
        CaseReference reference = byStaff(scheme.request(first));
        Map<String, Object> joining = new HashMap<>(further("Z94002"));
        joining.keySet().removeAll(List.of("odsCode", "agreedBy", "agreedOn"));
        joining.putAll(Map.of(
                "caseReference", reference.value(),
                "change", "ADD_PRACTICE",
                "joiningPractice", "Z94002",
                "agreedWith", "Dr Rung",
                "reason", "They merge."));
        scheme.start(CaseChangeProcess.KEY, COORDINATOR, joining);
        assertThat(cases.get(reference).practices()).containsExactly(first.code(), second.code());
        assertThat(told(reference, "practice-added")).containsExactly("Z94001", "Z94002");

        declareInterest.declare("service-manager", new OdsCode("Z94002"), "My brother works there.");
        String link = linkOf(reference, "stop", second);
        Map<String, Object> leaving = Map.of(
                "caseReference",
                reference.value(),
                "change",
                "REMOVE_PRACTICE",
                "leavingPractice",
                reference + " Z94002",
                "reason",
                "They do not merge after all.");
        scheme.start(CaseChangeProcess.KEY, COORDINATOR, leaving);

        assertThat(cases.get(reference).practices()).containsExactly(first.code());
        assertThat(messages.of(reference, 100))
                .filteredOn(message -> message.template().equals("practice-removed"))
                .singleElement()
                .satisfies(message -> assertThat(message.subject()).startsWith("Practice Z94002 has left case"));
        assertThat(page(link)).contains("Your practice is no longer part of case " + reference);
        assertThatThrownBy(() -> answerQuestion.answer(
                        link, Map.of("reason", "Too late", "confirmed", "true", "answeredBy", "Dr Rung")))
                .hasMessageContaining("no longer part of case");
        assertThat(hiddenCases.hides(reference, "service-manager"))
                .as("what the practice said is still there, and so is the interest")
                .isTrue();
        assertThatThrownBy(() -> scheme.start(CaseChangeProcess.KEY, COORDINATOR, leaving))
                .hasMessageContaining("has one practice only");
        jdbc.sql(
                        "update declared_interest set ended_on = current_date, ended_by = 'test', end_reason = 'End of the test' where ods_code = 'Z94002'")
                .update();
    }

    @Test
    void listsNameTheLeadingPracticeAndHowManyMoreAndFindTheCaseByEach() throws Exception {
        CaseReference reference = byStaff(request(further("Z94002"), further("Z94003")));
        assertThat(pageOf("/cases?q=Z94003")).contains(reference.value(), "Practice Z94001 and 2 more");
        assertThat(pageOf("/cases?q=practice+z94002")).contains(reference.value());
        assertThat(pageOf("/")).contains("Practice Z94001 and 2 more");
        assertThat(pageOf("/cases.csv?q=Z94003"))
                .as("a file has room for all of them")
                .contains("Practice Z94001, Practice Z94002 and Practice Z94003");

        declareInterest.declare(COORDINATOR, new OdsCode("Z94003"), "My brother works there.");
        try {
            assertThat(pageOf("/cases?q=Z94001"))
                    .as("hidden for the sake of one that does not lead")
                    .doesNotContain(reference.value());
        } finally {
            endInterests();
        }
    }

    private String pageOf(String address) throws Exception {
        return web.perform(get(address).with(user(COORDINATOR).authorities(createAuthorityList(COORDINATOR))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void endInterests() {
        jdbc.sql(
                        "update declared_interest set ended_on = current_date, ended_by = 'test', end_reason = 'End of the test'"
                                + " where ended_on is null and ods_code like 'Z9400%'")
                .update();
    }

    @Test
    void theLeadingPracticeDoesNotLeave() {
        CaseReference reference = byStaff(request(further("Z94002")));
        assertThatThrownBy(() -> scheme.start(
                        CaseChangeProcess.KEY,
                        COORDINATOR,
                        Map.of(
                                "caseReference",
                                reference.value(),
                                "change",
                                "REMOVE_PRACTICE",
                                "leavingPractice",
                                reference + " Z94001",
                                "reason",
                                "Away with them.")))
                .hasMessageContaining("Practice Z94001 requested the help and leads the case");
        assertThat(invited.of(reference)).isEmpty();
    }
}
