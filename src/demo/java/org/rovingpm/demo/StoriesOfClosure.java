package org.rovingpm.demo;

import java.time.LocalDate;

/** Cases that are being closed, and cases that have been. */
class StoriesOfClosure extends Stories.Collection {

    private static final String[] OBJECTIVES = {
        "Appoint a manager: Somebody has signed", "Hand over without gaps: Every task has a name"
    };
    private static final String[] PROGRESS = {
        "Advertised.",
        "Six have applied.",
        "Interviews are booked.",
        "Somebody has accepted.",
        "The new manager has started."
    };

    StoriesOfClosure(Days days) {
        closing(days);
        closed(days);
        closedWithoutSupport(days);
    }

    private Storyline support(int practice, LocalDate first, int weeks, String helpNeeded) {
        return storyline(practice)
                .support("2", weeks + 3, first)
                .accepted(helpNeeded)
                .supported("The practice runs on goodwill.", OBJECTIVES)
                .weeksReported(weeks - 1, PROGRESS)
                .lastWeek("Everything is handed over.")
                .reviewed("COMPLETE", "The practice agrees that nothing is left to do.");
    }

    private void closing(Days days) {
        LocalDate first = days.weekOfSupport(4);
        add(
                29,
                days.requestFor(first, 29),
                "coordinator",
                new Request("We look for a manager and have nobody to do the interviews.", "HANDOVER").vacant(),
                support(29, first, 4, "A manager found and settled in"));
        LocalDate second = days.weekOfSupport(6);
        add(
                40,
                days.requestFor(second, 40),
                "coordinator",
                new Request("The manager retires after thirty years.", "HANDOVER").since(60),
                support(40, second, 5, "A good handover")
                        .closingReport("ALL", "A new manager is in post.", "Nothing."));
        LocalDate third = days.weekOfSupport(6);
        add(
                51,
                days.requestFor(third, 51),
                "liaison",
                new Request("Nobody applied for the manager's post.", "HANDOVER", "STAFFING_SHORTAGE")
                        .vacant()
                        .consentOf("Dr Percy Peony"),
                support(51, third, 5, "Find a manager")
                        .closingReport(
                                "SOME",
                                "A manager has been found from the team.",
                                "She needs training, which the hub gives.")
                        .reconciled());
        LocalDate fourth = days.weekOfSupport(4);
        add(
                62,
                days.requestFor(fourth, 62),
                "coordinator",
                new Request("The practice has no rules for leave.", "STAFFING_SHORTAGE"),
                storyline(62)
                        .support("1", 8, fourth)
                        .accepted("Rules for leave")
                        .supported("Everybody asks somebody else.", OBJECTIVES)
                        .weeksReported(3, PROGRESS)
                        .changes("coordinator", 28, "PRACTICE_WITHDRAWS", "The partners want to do it themselves."));
    }

    private void closed(Days days) {
        LocalDate first = days.weekOfSupport(13);
        add(
                73,
                days.requestFor(first, 73),
                "coordinator",
                new Request("The manager left after a quarrel; the safe cannot be opened.", "PM_ABSENCE", "HANDOVER")
                        .vacant()
                        .since(3)
                        .payrollAtRisk(10),
                storyline(73)
                        .support("2", 10, first)
                        .accepted("Somebody who takes charge")
                        .chosen()
                        .interestDeclared("I have applied for the post myself.")
                        .chosen()
                        .offerAccepted()
                        .introduced("MEETING")
                        .visitedAndRated(
                                "AMBER",
                                "The safe is open and the staff are paid.",
                                "Quieter than it sounded.",
                                "Somebody in charge until the post is filled",
                                "PM_ABSENCE")
                        .ratingAgreed("AMBER", "The worst is over.")
                        .planned(OBJECTIVES)
                        .pmApproves()
                        .practiceRefuses("Please begin with the payroll.")
                        .varied("2", 10, "Payroll first, as the practice asks.", OBJECTIVES)
                        .pmApproves()
                        .practiceApproves()
                        .weeksReported(3, PROGRESS)
                        .weekWithConcern("The partners do not agree about the new post.", "Slow.")
                        .reviewed("CONTINUE", "I have spoken to both partners.")
                        .weeksReported(2, PROGRESS)
                        .changes(
                                "coordinator",
                                4,
                                "CHANGE_RAG",
                                "A manager has been appointed.",
                                "rag",
                                "GREEN",
                                "agreedWith",
                                contact(73))
                        .weeksReported(2, PROGRESS)
                        .lastWeek("The new manager runs it.")
                        .reviewed("COMPLETE", "The new manager needs no help any more.")
                        .closingReport(
                                "ALL",
                                "A new manager, a payroll that works, one partner fewer in the quarrel.",
                                "Nothing.")
                        .reconciled()
                        .feedback(
                                "STRONGLY_AGREE",
                                "AGREE",
                                "STRONGLY_AGREE",
                                "We would not be open without this help."));
        LocalDate second = days.weekOfSupport(11);
        add(
                84,
                days.requestFor(second, 84),
                "liaison",
                new Request("Letters of three months are not filed.", "IT_AND_REPORTS", "STAFFING_SHORTAGE")
                        .consentOf("Dr Heather Heath"),
                support(84, second, 6, "No backlog")
                        .closingReport("ALL", "No letter waits longer than two days.", "Keep the new rota.")
                        .reconciled()
                        .feedback("AGREE", "STRONGLY_AGREE", "AGREE", "Very practical."));
        LocalDate third = days.weekOfSupport(12);
        add(
                95,
                days.requestFor(third, 95),
                "coordinator",
                new Request("The practice lost its bank account in a mix-up.", "FINANCES").payrollAtRisk(12),
                support(95, third, 5, "Pay everybody on time")
                        .closingReport("SOME", "Everybody has been paid.", "The bank still owes an answer.")
                        .reconciled()
                        .noFeedback("Two reminders were not answered."));
        LocalDate fourth = days.weekOfSupport(10);
        add(
                106,
                days.requestFor(fourth, 106),
                "coordinator",
                new Request("An inspection found no fire plan.", "CQC").event("INSPECTION", 60),
                support(106, fourth, 4, "A fire plan")
                        .closingReport("ALL", "There is a plan, and it has been tried.", "Try it every year.")
                        .reconciled()
                        .feedback("STRONGLY_AGREE", "STRONGLY_AGREE", "STRONGLY_AGREE", "Exactly what we needed."));
    }

    private void closedWithoutSupport(Days days) {
        add(
                117,
                days.hoursAgo(240),
                "coordinator",
                new Request("We need four people for the whole winter.", "STAFFING_SHORTAGE"),
                storyline(117)
                        .support("10", 26, null)
                        .accepted("Four managers")
                        .searchedAgain("Asked two neighbouring schemes.")
                        .searchStopped(
                                "No scheme has so many people for a whole winter.",
                                "The ICB looks for agency staff: ring its primary care team."));
        add(
                8,
                days.hoursAgo(300),
                "coordinator",
                new Request("A neighbour's manager could be shared.", "PROJECT"),
                storyline(8)
                        .support("1", 6, null)
                        .accepted("Find out whether a manager can be shared")
                        .chosen()
                        .offerAccepted()
                        .introduced("EMAIL")
                        .visited("They have agreed it among themselves already.")
                        .planningStopped("Nothing is left to plan.")
                        .closingReport("NOT_STARTED", "The practices share a manager.", "Nothing.")
                        .reconciled()
                        .feedback("AGREE", "NEITHER", "NEITHER", "It was enough to be asked the right questions."));
    }
}
