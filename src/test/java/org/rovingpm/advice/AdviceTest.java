package org.rovingpm.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.rovingpm.supportcase.SupportCaseProcess.Elements.ASSESS_REQUEST;
import static org.rovingpm.supportcase.SupportCaseProcess.Elements.GIVE_ADVICE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.caselist.CaseFilter;
import org.rovingpm.caselist.CaseFilter.Shown;
import org.rovingpm.caselist.CaseList;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.caselist.ListedCase;
import org.rovingpm.caselist.Referrals;
import org.rovingpm.caselist.Sorting;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.linkedcase.OtherCase;
import org.rovingpm.linkedcase.OtherCases;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Help by a call or a visit, without a placement, as a coordinator gives it. */
@ApplicationTest
@StartsAt
@Transactional
class AdviceTest {

    private static final CaseReader OFFICE = new CaseReader("coordinator", Set.of(Role.COORDINATOR));
    private static final String ADVISER = "pm-adviser";

    @Autowired
    private Scheme scheme;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Advices advices;

    @Autowired
    private Messages messages;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CaseList list;

    @Autowired
    private Referrals referrals;

    @Autowired
    private OtherCases otherCases;

    @Autowired
    private Practices practices;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    @BeforeEach
    void aRequestThatAdviceMaySettle() {
        scheme.pm(ADVISER);
        scheme.account("liaison-97", "liaison");
        Map<String, Object> request = scheme.request(scheme.practice("Z97341"));
        request.put("referredByLiaison", true);
        request.put("consentGivenBy", "Dr Bell");
        request.put("consentOn", today().toString());
        reference = scheme.requestHelp("liaison-97", request);
        scheme.complete(reference, ASSESS_REQUEST, "coordinator", Map.of("decision", "ADVISE"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private CaseReference number() {
        return new CaseReference(reference);
    }

    private CaseStage stage() {
        return cases.get(number()).stage();
    }

    private Map<String, Object> advice(String outcome) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("givenBy", ADVISER);
        fields.put("givenOn", today().toString());
        fields.put("way", "TELEPHONE");
        fields.put("advice", "Ask the bureau for a second run.");
        fields.put("hours", 1.5);
        fields.put("outcome", outcome);
        return fields;
    }

    private Map<String, Object> aPmIsNeeded() {
        Map<String, Object> fields = advice("PM_NEEDED");
        fields.put("rag", "AMBER");
        fields.put("overrideReason", "Seen on the spot.");
        fields.put("agreedWith", "Dr Test");
        fields.put("helpKinds", List.of("FINANCES"));
        fields.put("helpNeeded", "Cover the post.");
        fields.put("sessionsAWeek", 1);
        fields.put("expectedStart", today().plusDays(7).toString());
        fields.put("expectedWeeks", 8);
        return fields;
    }

    private void give(Map<String, Object> fields) {
        scheme.complete(reference, GIVE_ADVICE, "coordinator", fields);
    }

    private void change(String change, String... more) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("caseReference", reference, "change", change, "reason", "They asked for it."));
        for (int at = 0; at < more.length; at += 2) {
            fields.put(more[at], more[at + 1]);
        }
        scheme.start(CaseChangeProcess.KEY, "coordinator", fields);
    }

    private List<Message> sent(String template) {
        return messages.of(number(), 100).stream()
                .filter(message -> message.template().equals(template))
                .toList();
    }

    @Test
    void adviceThatIsEnoughIsMailedAndClosesTheCaseWithoutReportMoneyOrFeedback() {
        assertThat(stage()).isEqualTo(CaseStage.ADVISING);
        assertThat(scheme.openSteps(reference)).containsExactly(GIVE_ADVICE);
        give(advice("ENOUGH"));
        assertThat(scheme.openSteps(reference)).isEmpty();
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);

        assertThat(stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(sent("advice-given")).singleElement().satisfies(message -> assertThat(message.body())
                .contains(
                        "On 23 November 2026 Test pm-adviser advised Practice Z97341 by telephone:",
                        "Ask the bureau for a second run.",
                        "If that is not enough")
                .doesNotContain("looking for a practice manager"));
        assertThat(sent("case-closed")).singleElement().satisfies(message -> assertThat(message.body())
                .contains("We hope that our advice has helped Practice Z97341", "Your case is closed")
                .doesNotContain("withdrawn", "could not find", "hours of support"));
        assertThat(sent("feedback")).isEmpty();
        assertThat(advices.find(number()).orElseThrow())
                .extracting(
                        Advice::givenBy, Advice::pmNeeded, given -> given.way().code())
                .containsExactly(ADVISER, false, "TELEPHONE");
        assertThat(timeline.of(number(), 0, 50))
                .filteredOn(entry -> entry.what().equals("Advice given"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.newValue())
                            .isEqualTo("23 November 2026, by telephone, by Test pm-adviser; 1.5 hours");
                    assertThat(entry.reason()).isEqualTo("Ask the bureau for a second run.");
                });
    }

    @Test
    void whereAPmIsNeededTheCaseIsRatedAndGoesOnToMatching() {
        give(aPmIsNeeded());

        assertThat(stage()).isEqualTo(CaseStage.MATCHING);
        assertThat(cases.get(number()).rag()).isEqualTo(Rag.AMBER);
        assertThat(sent("advice-given")).singleElement().satisfies(message -> assertThat(message.body())
                .contains("looking for a practice manager"));
        assertThat(sent("rag-agreed")).hasSize(1);
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        change("PRACTICE_WITHDRAWS");
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(sent("case-closed")).singleElement().satisfies(message -> assertThat(message.body())
                .contains("has been withdrawn")
                .doesNotContain("our advice has helped"));
    }

    @Test
    void whereAPmIsNeededEverythingIsAskedThatMatchingNeeds() {
        refused(advice("PM_NEEDED"), "rag", "agreedWith", "helpKinds", "helpNeeded", "sessionsAWeek");
    }

    private void refused(Map<String, Object> fields, String... wrong) {
        Throwable thrown = catchThrowable(() -> give(fields));
        assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems())
                        .extracting(Problem::field)
                        .contains(wrong));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(but("givenBy", "nobody-known"), "givenBy");
        refused(but("givenOn", today().plusDays(1).toString()), "givenOn");
        refused(but("givenOn", today().minusDays(60).toString()), "givenOn");
        refused(but("hours", 0.1), "hours");
        refused(but("hours", 40.25), "hours");
        refused(but("advice", " "), "advice");
        refused(but("way", "PIGEON"), "way");
        refused(but("outcome", null), "outcome");
        assertThat(scheme.openSteps(reference)).containsExactly(GIVE_ADVICE);
    }

    private Map<String, Object> but(String field, Object value) {
        Map<String, Object> fields = advice("ENOUGH");
        fields.put(field, value);
        return fields;
    }

    @Test
    void whoHasAnInterestInThePracticeIsNotOfferedAndIsRefused() {
        assertThat(scheme.shown(reference, GIVE_ADVICE).get("adviserOptions").toString())
                .contains(ADVISER);
        declareInterest.declare(ADVISER, new OdsCode("Z97341"), "My sister is a partner.");

        assertThat(scheme.shown(reference, GIVE_ADVICE).get("adviserOptions").toString())
                .doesNotContain(ADVISER);
        refused(advice("ENOUGH"), "givenBy");
    }

    @Test
    void itIsHeldAndResumed() {
        change("PUT_ON_HOLD", "holdUntil", today().plusDays(14).toString());
        assertThat(cases.get(number()).onHold()).isTrue();
        assertThatThrownBy(() -> give(advice("ENOUGH"))).isInstanceOf(RuntimeException.class);

        change("RESUME");
        give(advice("ENOUGH"));
        assertThat(stage()).isEqualTo(CaseStage.CLOSING);
    }

    @Test
    void thePracticeCanWithdrawMeanwhile() {
        change("PRACTICE_WITHDRAWS");
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);

        assertThat(stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(scheme.openSteps(reference)).isEmpty();
        assertThat(sent("case-closed")).singleElement().satisfies(message -> assertThat(message.body())
                .contains("has been withdrawn"));
    }

    @Test
    void theOfficerWhoReferredThePracticeSeesTheStage() {
        assertThat(referrals.of("liaison-97", 0, 10))
                .extracting(Referrals.Referral::stage)
                .containsExactly(CaseStage.ADVISING);
    }

    @Test
    void theListTellsAdviceFromPlacements() {
        String other = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97342")));
        assertThat(advisedOnly(Shown.OPEN)).contains(reference).doesNotContain(other);

        give(advice("ENOUGH"));
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(advisedOnly(Shown.OPEN)).doesNotContain(reference);
        assertThat(advisedOnly(Shown.CLOSED)).contains(reference);
        assertThat(list.page(OFFICE, CaseFilter.of(Shown.CLOSED), Sorting.usual(Shown.CLOSED), 0, 100)
                        .cases())
                .filteredOn(one -> one.reference().equals(reference))
                .singleElement()
                .matches(ListedCase::adviceOnly);
        scheme.join(other, practices.find(new OdsCode("Z97341")).orElseThrow());
        assertThat(otherCases.of(new CaseReference(other), OFFICE))
                .extracting(OtherCase::reference, OtherCase::outcome)
                .contains(tuple(reference, "Advice only"));
    }

    @Test
    void aCaseThatWentOnToMatchingIsNotAmongThoseOfAdviceOnly() {
        give(aPmIsNeeded());

        assertThat(advisedOnly(Shown.ALL)).doesNotContain(reference);
    }

    private List<String> advisedOnly(Shown shown) {
        return list
                .page(
                        OFFICE,
                        new CaseFilter(
                                null, shown, null, null, null, null, null, false, null, null, false, true, false),
                        Sorting.usual(shown),
                        0,
                        100)
                .cases()
                .stream()
                .map(ListedCase::reference)
                .toList();
    }

    @Test
    void whatWasAdvisedIsNeverChanged() {
        give(advice("ENOUGH"));

        assertThatThrownBy(() ->
                        jdbc.sql("update advice set advice = 'Something else'").update())
                .isInstanceOf(DataAccessException.class);
    }
}
