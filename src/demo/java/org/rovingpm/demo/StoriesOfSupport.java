package org.rovingpm.demo;

import java.time.LocalDate;

/** Support in place, week by week, with what can happen to it. */
class StoriesOfSupport extends Stories.Collection {

    private static final int MORE_THAN_THERE_ARE = 30;
    private static final String[] OBJECTIVES = {
        "Rotas for six weeks ahead: The rota is on the wall every Monday",
        "A deputy who can stand in: One week run without the manager"
    };
    private static final String[] PROGRESS = {
        "A first draft is there.",
        "Agreed with the partners; tried out this week.",
        "Works, apart from Wednesdays.",
        "Done for this month.",
        "The team does it without me now."
    };

    StoriesOfSupport(Days days) {
        steady(days);
        missing(days);
        reviewed(days);
        varied(days);
        held(days);
        anotherPm(days);
    }

    private void steady(Days days) {
        add(
                6,
                "coordinator",
                days,
                6,
                new Request("Our manager has been ill since the summer.", "PM_ABSENCE")
                        .vacant()
                        .since(30),
                storyline(6),
                "2",
                12,
                "A good team without anybody who decides.",
                "Cover until the manager is back");
        add(
                17,
                "liaison",
                days,
                4,
                new Request("The partners do the rotas at night.", "STAFFING_SHORTAGE").consentOf("Mrs Poppy Parsley"),
                storyline(17),
                "1",
                10,
                "The rota is made by hand, on paper.",
                "Rotas that somebody else makes");
        add(
                28,
                "coordinator",
                days,
                3,
                new Request("The new finance partner asks for help with the first year end.", "FINANCES"),
                storyline(28),
                "1.5",
                8,
                "The figures are there, the method is not.",
                "The first year end");
        LocalDate first = days.weekOfSupport(5);
        add(
                39,
                days.requestFor(first, 39),
                "coordinator",
                new Request(
                                "A large practice lost manager and deputy in one month.",
                                "PM_ABSENCE",
                                "HANDOVER",
                                "FINANCES",
                                "STAFFING_SHORTAGE")
                        .vacant()
                        .servicesAtRisk("Salaries and clinics.", 6),
                storyline(39)
                        .support("3", 12, first)
                        .accepted("Run the practice until both posts are filled")
                        .supported("More is undone than anybody knew.", OBJECTIVES)
                        .spendingApproved()
                        .weeksReported(MORE_THAN_THERE_ARE, PROGRESS));
    }

    private void add(
            int practice,
            String who,
            Days days,
            int weeksAgo,
            Request request,
            Storyline storyline,
            String sessions,
            int weeks,
            String found,
            String helpNeeded) {
        LocalDate first = days.weekOfSupport(weeksAgo);
        add(
                practice,
                days.requestFor(first, practice),
                who,
                request,
                storyline
                        .support(sessions, weeks, first)
                        .accepted(helpNeeded)
                        .supported(found, OBJECTIVES)
                        .weeksReported(MORE_THAN_THERE_ARE, PROGRESS));
    }

    private void missing(Days days) {
        LocalDate first = days.weekOfSupport(5);
        add(
                50,
                days.requestFor(first, 50),
                "coordinator",
                new Request("Nobody has ordered supplies for weeks.", "STAFFING_SHORTAGE").since(21),
                storyline(50)
                        .support("1", 10, first)
                        .accepted("Orders that somebody checks")
                        .supported("Three people order, nobody counts.", OBJECTIVES)
                        .weeksReported(3, PROGRESS));
        LocalDate earlier = days.weekOfSupport(8);
        add(
                61,
                days.requestFor(earlier, 61),
                "coordinator",
                new Request("The manager works from abroad and cannot be reached.", "PM_ABSENCE").since(20),
                storyline(61)
                        .support("2", 12, earlier)
                        .acceptedAs("AMBER", "The partners have agreed a stand-in.", "Somebody at the desk")
                        .supported("Everything waits for the manager.", OBJECTIVES)
                        .weeksReported(2, PROGRESS)
                        .resolved("The PM had no access to the system; the ICB has fixed it.")
                        .weekReportedLate("Lost a week to the login.")
                        .weeksReported(1, PROGRESS)
                        .chased("CHECK_IN_PROMISED", "Promised for the end of the week.")
                        .weeksReported(MORE_THAN_THERE_ARE, PROGRESS));
    }

    private void reviewed(Days days) {
        LocalDate first = days.weekOfSupport(3);
        add(
                72,
                days.requestFor(first, 72),
                "coordinator",
                new Request("Staff have asked for a meeting about bullying.", "STAFFING_SHORTAGE"),
                storyline(72)
                        .support("1.5", 9, first)
                        .acceptedAs("AMBER", "The partners take it seriously.", "Somebody neutral")
                        .supported("People will talk if somebody listens.", OBJECTIVES)
                        .weeksReported(2, PROGRESS)
                        .weekWithConcern(
                                "A nurse told me that she means to leave because of the senior partner.",
                                "Not much this week."));
    }

    private void varied(Days days) {
        LocalDate first = days.weekOfSupport(4);
        add(
                83,
                days.requestFor(first, 83),
                "coordinator",
                new Request("The practice takes over the list of a neighbour that closes.", "MERGER")
                        .event("MERGER", 45),
                storyline(83)
                        .support("2", 8, first)
                        .accepted("Take over 2,000 patients")
                        .supported("Their records are on paper.", OBJECTIVES)
                        .weeksReported(2, PROGRESS)
                        .weekWithVariation(
                                "There are twice as many records as we thought.", "Every record needs an hour.")
                        .reviewed("VARY_PLAN", "Agreed with the partners: more weeks are needed.")
                        .varied("3", 12, "Twice as many records as planned.", OBJECTIVES)
                        .pmApproves());
        LocalDate earlier = days.weekOfSupport(7);
        add(
                94,
                days.requestFor(earlier, 94),
                "coordinator",
                new Request("The practice changes its computer system in autumn.", "IT_AND_REPORTS", "PROJECT")
                        .since(40),
                storyline(94)
                        .support("1", 8, earlier)
                        .accepted("A smooth change of system")
                        .supported("Training has not been booked.", OBJECTIVES)
                        .weeksReported(2, PROGRESS)
                        .changes(Step.PM, 3, "ASK_FOR_VARIATION", "The supplier has moved the date by a month.")
                        .varied("1", 12, "The supplier has moved the date.", OBJECTIVES)
                        .pmApproves()
                        .practiceApproves()
                        .weeksReported(MORE_THAN_THERE_ARE, PROGRESS));
    }

    private void held(Days days) {
        LocalDate first = days.weekOfSupport(3);
        add(
                105,
                days.requestFor(first, 105),
                "coordinator",
                new Request("The manager and both partners are on leave together.", "PM_ABSENCE"),
                storyline(105)
                        .support("1", 8, first)
                        .accepted("Cover in the holidays")
                        .supported("The desk is run by two students.", OBJECTIVES)
                        .weeksReported(2, PROGRESS)
                        .heldFor(40, 9, "The practice is closed for repairs."));
        LocalDate earlier = days.weekOfSupport(5);
        add(
                116,
                days.requestFor(earlier, 116),
                "coordinator",
                new Request("The accounts wait for an audit.", "FINANCES").since(45),
                storyline(116)
                        .support("1", 9, earlier)
                        .accepted("Help with the audit")
                        .supported("The auditor has the books.", OBJECTIVES)
                        .weeksReported(2, PROGRESS)
                        .heldFor(6, 5, "Nothing can be done until the auditor is back.")
                        .holdReviewed(14, "The auditor asks for another fortnight."));
        add(
                7,
                days.hoursAgo(26),
                "liaison",
                new Request("The practice is to move into a new building.", "PROJECT").consentOf("Dr Basil Bracken"),
                storyline(7)
                        .support("1", 10, null)
                        .accepted("Plan the move")
                        .heldFor(21, 6, "The landlord has not signed yet."));
    }

    private void anotherPm(Days days) {
        LocalDate first = days.weekOfSupport(3);
        add(
                18,
                days.requestFor(first, 18),
                "coordinator",
                new Request("The deputy runs the practice alone and is exhausted.", "PM_ABSENCE")
                        .vacant()
                        .since(50),
                storyline(18)
                        .support("2", 10, first)
                        .accepted("Relief for the deputy")
                        .supported("She does three people's work.", OBJECTIVES)
                        .weeksReported(2, PROGRESS)
                        .changes(Step.PM, 38, "PM_WITHDRAWS", "A family illness: I have to stop at once.")
                        .chosen()
                        .offerAccepted());
    }
}
