package org.rovingpm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.matching.ManagerMatchingProcess.Elements.CHOOSE_PM;
import static org.rovingpm.matching.ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST;
import static org.rovingpm.matching.ManagerMatchingProcess.Elements.NO_PM_FOUND;
import static org.rovingpm.matching.ManagerMatchingProcess.Elements.REPEAT_SEARCH;
import static org.rovingpm.matching.ManagerMatchingProcess.Elements.RESOLVE_MISSING_PM;
import static org.rovingpm.matching.ManagerMatchingProcess.Elements.RESPOND_TO_OFFER;
import static org.rovingpm.matching.ManagerMatchingProcess.Elements.WITHDRAW_OFFER;
import static org.rovingpm.matching.ManagerMatchingProcess.KEY;
import static org.rovingpm.matching.ManagerMatchingProcess.Timers.OFFER_DEADLINE_PASSED;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.assessment.AgreeRag;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.draft.Drafts;
import org.rovingpm.draft.SaveDraft;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.Messages;
import org.rovingpm.placement.EndPlacement;
import org.rovingpm.placement.EndReason;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.HoldCase;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class ManagerMatchingProcessTest extends MatchingTest {

    private static final Set<String> PASSED = new HashSet<>();
    private static final String MANAGER = "service-manager";

    @Autowired
    private Messages messages;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SaveDraft saveDraft;

    @Autowired
    private Placements placements;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private SupportCases cases;

    @Autowired
    private AgreeRag agreeRag;

    @Autowired
    private EndPlacement endPlacement;

    @Autowired
    private HoldCase holdCase;

    private String reference;

    @BeforeEach
    void anAcceptedRequest() {
        reference = accepted();
    }

    @AfterEach
    void noteWhatWasPassed() {
        PASSED.addAll(scheme.passed(reference, KEY));
    }

    /** A PM who can sign in. */
    private Pm account(String id) {
        identity.saveUser(identity.newUser(id));
        identity.createMembership(id, "roving-pm");
        return pm(id);
    }

    private String accepted() {
        String opened = scheme.requestHelp("coordinator", scheme.request(practice));
        Map<String, Object> assessment = new HashMap<>();
        assessment.put("decision", "ACCEPT");
        assessment.put("rag", "AMBER");
        assessment.put("overrideReason", "Agreed on the telephone.");
        assessment.put("agreedWith", "Test Contact");
        assessment.put("helpKinds", List.of("CQC", "FINANCES"));
        assessment.put("helpNeeded", "Get ready for the inspection.");
        assessment.put("sessionsAWeek", 2);
        assessment.put("expectedStart", START.toString());
        assessment.put("expectedWeeks", WEEKS);
        scheme.complete(opened, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", assessment);
        return opened;
    }

    private void drawUp() {
        scheme.fire(reference, DRAW_UP_SHORTLIST);
    }

    private void choose(String pm) {
        scheme.complete(
                reference,
                CHOOSE_PM,
                MANAGER,
                Map.of("decision", "CHOOSE", "pm", pm, "reason", "They know the federation."));
    }

    private void respond(String pm, String answer) {
        Map<String, Object> fields = new HashMap<>(Map.of("answer", answer));
        fields.put(
                answer.equals("ACCEPT") ? "noConflict" : "reason",
                answer.equals("ACCEPT") ? true : "My sister works there.");
        scheme.complete(reference, RESPOND_TO_OFFER, pm, fields);
    }

    private void at(String... steps) {
        assertThat(scheme.openSteps(reference)).containsExactly(steps);
    }

    private Object variable(String name) {
        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(KEY)
                .singleResult()
                .getId();
        return processes.getVariable(instance, name);
    }

    private Instant offerTimer() {
        return jobs.createJobQuery().activityId(OFFER_DEADLINE_PASSED).list().stream()
                .filter(job -> reference.equals(processes
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .findFirst()
                .orElseThrow()
                .getDuedate()
                .toInstant();
    }

    @Test
    void aCaseIsOfferedUntilSomebodyAccepts() {
        account("pm-first").joins();
        account("pm-second").miles(20).joins();
        drawUp();
        at(CHOOSE_PM);
        choose("pm-first");
        at(RESPOND_TO_OFFER);
        assertThat(scheme.task(reference, RESPOND_TO_OFFER).getAssignee()).isEqualTo("pm-first");
        respond("pm-first", "DECLINE");
        assertThat(variable(CaseVariables.ROVING_PM)).isNull();
        drawUp();
        at(CHOOSE_PM);
        choose("pm-second");
        respond("pm-second", "ACCEPT");

        assertThat(cases.get(new CaseReference(reference)).stage()).isEqualTo(CaseStage.INTRODUCING);
        at(SupportCaseProcess.Elements.INTRODUCE_PM);
    }

    @Test
    void silencePastTheDeadlineLeadsToChoosingAgainWithTheEarlierAnswerVisible() {
        account("pm-first").joins();
        drawUp();
        choose("pm-first");
        scheme.fire(reference, OFFER_DEADLINE_PASSED);
        scheme.fire(reference, WITHDRAW_OFFER);
        assertThat(variable(CaseVariables.ROVING_PM)).isNull();
        drawUp();
        at(CHOOSE_PM);
        assertThat(scheme.shown(reference, CHOOSE_PM).get("earlierOffers").toString())
                .contains("Test pm-first", "Gave no answer in time");
    }

    @Test
    void anInterestKeepsThePmOffTheList() {
        account("pm-first").joins();
        drawUp();
        choose("pm-first");
        respond("pm-first", "DECLARE_INTEREST");
        drawUp();
        at(RESOLVE_MISSING_PM);
        assertThat(scheme.shown(reference, RESOLVE_MISSING_PM).get("unsuitable").toString())
                .contains("Declared an interest in the practice on 23 November 2026");
    }

    private void repeatSearch() {
        scheme.fire(reference, REPEAT_SEARCH);
    }

    private List<Job> repeatedSearches() {
        return jobs.createJobQuery().processDefinitionKey(KEY).activityId(REPEAT_SEARCH).list().stream()
                .filter(job -> reference.equals(processes
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .toList();
    }

    /** To each service manager. */
    private long messagesOfPmsFound() {
        return messages.of(new CaseReference(reference), 100).stream()
                .filter(message -> message.template().equals("pms-found"))
                .collect(Collectors.groupingBy(message -> String.valueOf(message.person()), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    @Test
    void aChangeOfTheRosterSearchesAgainBesideTheOpenTaskWhichStaysAsItIs() {
        agreeRag.agree(new CaseReference(reference), Rag.RED, "Nobody runs the practice.", "Test Contact", MANAGER);
        drawUp();
        Task waiting = scheme.task(reference, RESOLVE_MISSING_PM);
        tasks.setAssignee(waiting.getId(), MANAGER);
        saveDraft.save(waiting.getId(), MANAGER, List.of(MANAGER), 0, "{\"reason\":\"We wait for the spring.\"}");
        clock.moveBy(Duration.ofDays(3));

        account("pm-new").joins();
        repeatSearch();

        Task still = scheme.task(reference, RESOLVE_MISSING_PM);
        assertThat(still.getId()).isEqualTo(waiting.getId());
        assertThat(still.getAssignee()).isEqualTo(MANAGER);
        assertThat(still.getCreateTime()).as("waiting since").isEqualTo(waiting.getCreateTime());
        assertThat(still.getDueDate()).isEqualTo(waiting.getDueDate());
        assertThat(drafts.find(waiting.getId(), MANAGER)).isPresent();
        assertThat(scheme.shown(reference, RESOLVE_MISSING_PM).get("pmOptions").toString())
                .contains("pm-new");
        assertThat(messagesOfPmsFound()).isEqualTo(1);

        scheme.complete(reference, RESOLVE_MISSING_PM, MANAGER, Map.of("decision", "CHOOSE", "pm", "pm-new"));
        at(RESPOND_TO_OFFER);
        assertThat(scheme.task(reference, RESPOND_TO_OFFER).getAssignee()).isEqualTo("pm-new");
    }

    @Test
    void aCaseOnHoldHearsOfAChangeOfTheRosterWhenItIsResumed() {
        drawUp();
        String waiting = scheme.task(reference, RESOLVE_MISSING_PM).getId();
        holdCase.hold(new CaseReference(reference), LocalDate.now(clock).plusDays(14), "The partner is away.", MANAGER);
        account("pm-new").joins();
        assertThat(repeatedSearches()).isEmpty();

        holdCase.resume(new CaseReference(reference), "The partner is back.", MANAGER);
        repeatSearch();
        assertThat(scheme.task(reference, RESOLVE_MISSING_PM).getId()).isEqualTo(waiting);
        assertThat(messagesOfPmsFound()).isEqualTo(1);

        holdCase.hold(new CaseReference(reference), LocalDate.now(clock).plusDays(14), "She is away again.", MANAGER);
        holdCase.resume(new CaseReference(reference), "She is back.", MANAGER);
        repeatSearch();
        assertThat(messagesOfPmsFound()).as("told once").isEqualTo(1);
    }

    @Test
    void nothingIsSearchedForACaseThatIsResumedAtAnotherStep() {
        account("pm-first").joins();
        drawUp();
        at(CHOOSE_PM);
        holdCase.hold(new CaseReference(reference), LocalDate.now(clock).plusDays(14), "The partner is away.", MANAGER);
        holdCase.resume(new CaseReference(reference), "The partner is back.", MANAGER);

        assertThat(repeatedSearches()).isEmpty();
        at(CHOOSE_PM);
    }

    @Test
    void aChangeOfTheRosterThatFindsNobodyTellsNobody() {
        drawUp();
        account("pm-busy").sessions("1").joins();
        repeatSearch();
        at(RESOLVE_MISSING_PM);
        assertThat(messagesOfPmsFound()).isZero();
        account("pm-new").joins();
        repeatSearch();
        scheme.complete(
                reference,
                RESOLVE_MISSING_PM,
                MANAGER,
                Map.of(
                        "decision",
                        "SEARCH_AGAIN",
                        "sessionsAWeek",
                        1.5,
                        "expectedStart",
                        START.plusWeeks(1).toString(),
                        "reason",
                        "The practice can wait."));
        drawUp();
        at(CHOOSE_PM);
    }

    @Test
    void changesOfTheRosterInARowSearchOnce() {
        drawUp();
        account("pm-1").joins();
        account("pm-2").joins();
        List<Job> waiting = repeatedSearches();
        assertThat(waiting).as("one for each change").hasSize(2);

        jobs.executeJob(waiting.get(0).getId());
        assertThat(messagesOfPmsFound()).as("left to the last").isZero();
        jobs.executeJob(waiting.get(1).getId());
        assertThat(messagesOfPmsFound()).isEqualTo(1);
    }

    @Test
    void aSearchThatFailedForGoodKeepsNoneFromSearching() {
        drawUp();
        account("pm-1").joins();
        jobs.setJobRetries(repeatedSearches().get(0).getId(), 0);
        account("pm-2").joins();
        Job second = repeatedSearches().stream()
                .filter(job -> job.getRetries() > 0)
                .findFirst()
                .orElseThrow();
        jobs.executeJob(second.getId());
        assertThat(messagesOfPmsFound()).isEqualTo(1);
    }

    @Test
    void aSearchThatNobodyWaitsForAnyMoreFindsNobodyAndHoldsNothingUp() {
        drawUp();
        account("pm-new").joins();
        scheme.complete(reference, RESOLVE_MISSING_PM, MANAGER, Map.of("decision", "CHOOSE", "pm", "pm-new"));
        account("pm-2").joins();
        repeatSearch();
        assertThat(messagesOfPmsFound()).isZero();
        respond("pm-new", "ACCEPT");
        at(SupportCaseProcess.Elements.INTRODUCE_PM);
    }

    @Test
    void theSearchEndsAtOnceThoughAnotherIsStillToBeMade() {
        drawUp();
        account("pm-new").joins();
        scheme.complete(
                reference,
                RESOLVE_MISSING_PM,
                MANAGER,
                Map.of(
                        "decision",
                        "GIVE_UP",
                        "told",
                        "Nobody has so much time before the spring.",
                        "signpostedTo",
                        "The training hub, on 0115 496 0000",
                        "reason",
                        "Three schemes were asked."));
        assertThat(repeatedSearches()).isEmpty();
        assertThat(scheme.openSteps(reference)).isEmpty();
    }

    @Test
    void aMissingPmIsSearchedAgainWhenSessionsComeFree() {
        account("pm-busy").sessions("2").joins();
        CaseReference other = matchingCase();
        offer(other, "pm-busy");
        drawUp();
        at(RESOLVE_MISSING_PM);
        answer(other, "pm-busy", RespondToOffer.Answer.DECLINE);
        repeatSearch();
        assertThat(messagesOfPmsFound()).isEqualTo(1);

        offer(other, "pm-busy");
        answer(other, "pm-busy", RespondToOffer.Answer.ACCEPT);
        account("pm-other").sessions("1").joins();
        repeatSearch();
        endPlacement.end(other, EndReason.PM_WITHDREW, "Ill.", "coordinator");
        repeatSearch();
        assertThat(messagesOfPmsFound()).isEqualTo(2);
        at(RESOLVE_MISSING_PM);
    }

    @Test
    void theServiceManagerMayGiveUp() {
        drawUp();
        scheme.complete(
                reference,
                RESOLVE_MISSING_PM,
                MANAGER,
                Map.of(
                        "decision",
                        "GIVE_UP",
                        "told",
                        "Nobody has so much time before the spring.",
                        "signpostedTo",
                        "The training hub, on 0115 496 0000",
                        "reason",
                        "Three schemes were asked."));
        assertThat(scheme.passed(reference, KEY)).contains(NO_PM_FOUND);
        assertThat(scheme.openSteps(reference))
                .as("no report on nothing, and no feedback on support that there never was")
                .isEmpty();
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(messages.of(new CaseReference(reference), 10))
                .filteredOn(message -> message.template().equals("case-closed"))
                .singleElement()
                .satisfies(message -> assertThat(message.body())
                        .contains(
                                "could not find a practice manager",
                                "Nobody has so much time before the spring.",
                                "turn instead: The training hub, on 0115 496 0000")
                        .doesNotContain("Three schemes", "withdrawn", "hours of support"));
    }

    @Test
    void theLastDayOfThePeriodIsTheSameInTheOfferAndAtThePractice() {
        account("pm-first").joins();
        drawUp();
        choose("pm-first");
        LocalDate lastDay = END.minusDays(1);
        assertThat(messages.of(new CaseReference(reference), 10))
                .filteredOn(message -> message.template().equals("offer-made"))
                .singleElement()
                .satisfies(message -> assertThat(message.body())
                        .contains("probably until " + BritishFormat.weekdayAndDate(lastDay) + "."));
        scheme.complete(reference, RESPOND_TO_OFFER, "pm-first", Map.of("answer", "ACCEPT", "noConflict", true));
        assertThat(placements.get(new CaseReference(reference)).expectedEndOn()).isEqualTo(lastDay);
    }

    @Test
    void theTimerOfTheOfferFollowsTheRating() {
        account("pm-first").joins();
        drawUp();
        choose("pm-first");
        Instant before = offerTimer();
        agreeRag.agree(new CaseReference(reference), Rag.RED, "Inspection announced.", "Test Contact", MANAGER);
        assertThat(offerTimer())
                .isBefore(before)
                .isEqualTo(Date.from(offers.open(new CaseReference(reference))
                                .orElseThrow()
                                .expiresAt())
                        .toInstant());
    }

    @Test
    void theFormsShowWhatTheyAskFor() {
        account("pm-first").joins();
        account("pm-second").sessions("1").joins();
        drawUp();
        Map<String, Object> choice = scheme.shown(reference, CHOOSE_PM);
        assertThat(choice)
                .containsKeys(
                        "caseSummary",
                        "neededSummary",
                        "spread",
                        "funds",
                        "shortlist",
                        "unsuitable",
                        "earlierOffers",
                        "pmOptions");
        assertThat(choice.get("spread").toString()).contains("This practice", "£0.00");
        assertThat(choice.get("shortlist").toString())
                .contains("Has finances and CQC skills; 5.0 miles away; No work in the last 12 months");
        assertThat(choice.get("unsuitable").toString()).contains("Has 1 of 1 sessions a week free");
        assertThat(choice.get("pmOptions").toString()).contains("\"value\":\"pm-first\"");
        choose("pm-first");
        assertThat(scheme.shown(reference, RESPOND_TO_OFFER).get("offerSummary").toString())
                .contains("Please answer by", "25 November 2026");
    }

    @Test
    void aRefusedChoiceLeavesTheTaskOpen() {
        account("pm-first").joins();
        account("pm-second").miles(20).joins();
        drawUp();
        assertThat(refusalOf(() -> scheme.complete(
                        reference, CHOOSE_PM, MANAGER, Map.of("decision", "CHOOSE", "pm", "pm-second"))))
                .isEqualTo("Say why you chose Test pm-second and not Test pm-first, who is first on the shortlist.");
        at(CHOOSE_PM);
        choose("pm-second");
        assertThatThrownBy(() -> respond("pm-first", "ACCEPT")).isInstanceOf(ProcessEngineException.class);
        at(RESPOND_TO_OFFER);
    }

    @AfterAll
    static void everyFlowNodeWasPassed() {
        assertThat(PASSED)
                .containsAll(Bpmn.readModelFromFile(new File("processes/manager-matching.bpmn"))
                        .getModelElementsByType(FlowNode.class)
                        .stream()
                        .map(FlowNode::getId)
                        .collect(Collectors.toSet()));
    }
}
