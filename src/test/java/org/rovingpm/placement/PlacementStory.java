package org.rovingpm.placement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.rovingpm.checkin.ReportTheWeek;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.funding.Fund;
import org.rovingpm.funding.Funds;
import org.rovingpm.funding.OpenFund;
import org.rovingpm.jobplan.ActivatePlan;
import org.rovingpm.jobplan.ApproveJobPlan;
import org.rovingpm.jobplan.ApproveSpending;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.jobplan.Objective;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PrepareJobPlan;
import org.rovingpm.jobplan.PrepareJobPlan.Decision;
import org.rovingpm.jobplan.RecordPracticeApproval;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case of amber rating with a fund of £10,000, taken through a placement by the use cases themselves. */
public class PlacementStory {

    public static final String PM = "pm-rivers";
    public static final String MANAGER = "service-manager";
    public static final String COORDINATOR = "coordinator";
    public static final String BUDGET_HOLDER = "budget-holder";
    public static final String OBJECTIVE = "Pay the staff on time";

    public final CaseReference reference;
    public final String fund;
    private final ApplicationContext context;

    public PlacementStory(ApplicationContext context, CaseStage stage) {
        this.context = context;
        this.fund = "F" + System.nanoTime();
        this.reference = new CaseFixture(bean(JdbcClient.class)).at(stage, Rag.AMBER);
        bean(JdbcClient.class).sql("""
                insert into roving_pm (user_id, name, email, status, home_postcode, sessions_a_week, dbs_valid_until,
                    agreement_valid_until, joined_on, changed_at, changed_by)
                select pm, 'Rowan Rivers', 'rowan.rivers@example.org', 'ACTIVE', 'NG1 1AA', 10, '2030-01-01', '2030-01-01',
                    '2020-01-01', now(), 'coordinator'
                from unnest(array[:pm, 'pm-other']) pm on conflict (user_id) do update set status = excluded.status""").param("pm", PM).update();
        account(PM);
        account("pm-other");
        bean(OpenFund.class).open(fund, fund, today().minusYears(1), null, new BigDecimal("10000"), MANAGER);
    }

    private void account(String person) {
        IdentityService identities = bean(IdentityService.class);
        if (identities.createUserQuery().userId(person).count() == 0) {
            User user = identities.newUser(person);
            user.setFirstName("Rowan");
            user.setLastName("Rivers");
            user.setPassword("Only-in-tests-1");
            identities.saveUser(user);
            identities.createMembership(person, "roving-pm");
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public LocalDate today() {
        return LocalDate.now(bean(Clock.class));
    }

    /** From an accepted offer to a reported first visit. */
    public PlacementStory visited() {
        bean(StartPlacement.class).start(reference, PM, today(), PM);
        bean(IntroducePm.class)
                .introduce(
                        reference,
                        new IntroducePm.Form(
                                today(), bean(IntroductionWays.class).get("MEETING"), today(), null),
                        COORDINATOR);
        bean(ReportFirstVisit.class)
                .report(
                        reference,
                        new ReportFirstVisit.Form(
                                today(),
                                "The payroll is late",
                                ReportFirstVisit.NeedsConfirmed.YES,
                                List.of(),
                                null,
                                Rag.AMBER,
                                null),
                        PM);
        return this;
    }

    public PrepareJobPlan.Form form(String hours, String rate) {
        return new PrepareJobPlan.Form(
                Decision.SUBMIT,
                List.of(new Objective(OBJECTIVE, "No late payslip for two months")),
                new BigDecimal("2"),
                today(),
                today().plusWeeks(25),
                new BigDecimal(hours),
                new BigDecimal(rate),
                fund,
                "More is needed");
    }

    public PrepareJobPlan.Prepared submitted(String hours, String rate) {
        return bean(PrepareJobPlan.class).prepare(reference, form(hours, rate), MANAGER);
    }

    public boolean pmAnswers(long plan, Answer answer) {
        return bean(ApproveJobPlan.class)
                .answer(
                        reference,
                        plan,
                        new ApproveJobPlan.Form(answer, answer == Answer.REFUSE ? "Too many hours" : null),
                        PM);
    }

    public boolean practiceAnswers(long plan, Answer answer) {
        boolean approved = true;
        List<OdsCode> missing = bean(RecordPracticeApproval.class).missing(plan);
        for (OdsCode practice : missing.size() > 1 ? missing : Collections.<OdsCode>singletonList(null)) {
            approved = bean(RecordPracticeApproval.class)
                    .record(
                            reference,
                            plan,
                            new RecordPracticeApproval.Form(
                                    practice == null ? null : practice.value(),
                                    answer,
                                    "Dr Ann Field, partner",
                                    today(),
                                    answer == Answer.REFUSE ? "We want Tuesdays" : null),
                            COORDINATOR);
        }
        return approved;
    }

    public boolean budgetHolderAnswers(long plan, Answer answer, String who) {
        return bean(ApproveSpending.class)
                .answer(
                        reference,
                        plan,
                        new ApproveSpending.Form(answer, answer == Answer.REFUSE ? "Too dear" : null),
                        who);
    }

    public JobPlan inEffect(String hours, String rate) {
        PrepareJobPlan.Prepared prepared = submitted(hours, rate);
        pmAnswers(prepared.planId(), Answer.APPROVE);
        practiceAnswers(prepared.planId(), Answer.APPROVE);
        if (prepared.budgetHolderNeeded()) {
            budgetHolderAnswers(prepared.planId(), Answer.APPROVE, BUDGET_HOLDER);
        }
        bean(ActivatePlan.class).activate(prepared.planId(), "system");
        return bean(JobPlans.class).get(prepared.planId());
    }

    public ReportTheWeek.Outcome reported(LocalDate week, String hours, String concerns, Rag rag, boolean complete) {
        return bean(ReportTheWeek.class).report(reference, week, week(hours, concerns, rag, null, complete), PM);
    }

    public static ReportTheWeek.Form week(String hours, String concerns, Rag rag, String variation, boolean complete) {
        return new ReportTheWeek.Form(
                new BigDecimal(hours),
                List.of(new ReportTheWeek.Progress(OBJECTIVE, "Half of it")),
                concerns,
                rag,
                variation != null,
                variation,
                complete);
    }

    public Fund money() {
        return bean(Funds.class).get(fund);
    }

    public CaseStage stage() {
        return bean(SupportCases.class).get(reference).stage();
    }

    public List<Timeline.Entry> timeline() {
        return bean(Timeline.class).of(reference, 0, 200);
    }
}
