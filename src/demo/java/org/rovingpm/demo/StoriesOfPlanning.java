package org.rovingpm.demo;

import org.rovingpm.jobplan.JobPlanApprovalProcess;

/** PMs on their way to practices, and job plans on their way to approval. */
class StoriesOfPlanning extends Stories.Collection {

    private static final String[] OBJECTIVES = {
        "Pay staff and suppliers on time: No late payment in two months",
        "Write down how the practice is run: A handbook that the partners have read"
    };

    StoriesOfPlanning(Days days) {
        introducing(days);
        approving(days);
        refused(days);
    }

    private void introducing(Days days) {
        add(
                5,
                days.hoursAgo(8),
                "coordinator",
                new Request("The manager has been signed off for a month.", "PM_ABSENCE")
                        .vacant()
                        .since(4),
                storyline(5)
                        .support("2", 5, null)
                        .accepted("Cover for a month")
                        .chosen()
                        .offerAccepted());
        add(
                16,
                days.hoursAgo(24),
                "coordinator",
                new Request(
                                "Patients complain that nobody answers the telephone.",
                                "STAFFING_SHORTAGE",
                                "IT_AND_REPORTS")
                        .since(25),
                storyline(16)
                        .support("1.5", 8, null)
                        .accepted("Telephones that are answered")
                        .chosen()
                        .offerAccepted());
        add(
                27,
                days.hoursAgo(18),
                "liaison",
                new Request("The practice fears that it cannot go on without new partners.", "FINANCES", "PROJECT")
                        .consentOf("Mrs Poppy Parsley"),
                storyline(27)
                        .support("2", 10, null)
                        .accepted("A business plan for new partners")
                        .chosen()
                        .offerAccepted()
                        .introduced("MEETING"));
        add(
                38,
                days.hoursAgo(62),
                "coordinator",
                new Request("Two practices share a building and quarrel about its costs.", "MERGER", "FINANCES")
                        .since(90),
                storyline(38)
                        .support("1", 8, null)
                        .accepted("An agreement on shared costs")
                        .chosen()
                        .offerAccepted()
                        .introduced("TELEPHONE"));
        add(
                49,
                days.hoursAgo(31),
                "coordinator",
                new Request("Nobody has dealt with the complaints since summer.", "CQC").since(100),
                storyline(49)
                        .support("2", 8, null)
                        .acceptedAs(
                                "AMBER",
                                "The backlog is older than the practice first said.",
                                "Complaints answered in time")
                        .chosen()
                        .offerAccepted()
                        .introduced("EMAIL")
                        .visitedAndRated(
                                "RED",
                                "Two complaints are about harm to patients and nobody has looked at them.",
                                "Forty complaints lie unopened, two of them serious.",
                                "Answer the serious complaints first",
                                "CQC",
                                "STAFFING_SHORTAGE"));
    }

    private void approving(Days days) {
        add(
                60,
                days.hoursAgo(42),
                "coordinator",
                new Request("The manager left without handing over the accounts.", "HANDOVER", "FINANCES").vacant(),
                storyline(60)
                        .support("2", 8, null)
                        .accepted("Take over from the manager who left")
                        .chosen()
                        .offerAccepted()
                        .introduced("MEETING")
                        .visited("The ledgers are in order, the contracts are not.")
                        .claimed("manager", JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN));
        add(
                71,
                days.hoursAgo(37),
                "coordinator",
                new Request("A flood has closed half of the building.", "PROJECT")
                        .servicesAtRisk("Treatment rooms cannot be used.", 20),
                storyline(71)
                        .support("2", 7, null)
                        .accepted("Keep services going while repairs last")
                        .chosen()
                        .offerAccepted()
                        .introduced("TELEPHONE")
                        .visited("Repairs take until the end of next month.")
                        .plannedFrom(DemoSetup.MERGER_FUND, OBJECTIVES));
        add(
                82,
                days.hoursAgo(44),
                "liaison",
                new Request("The practice has lost its third manager in a year.", "PM_ABSENCE", "HANDOVER")
                        .vacant()
                        .consentOf("Nurse Tilly Teasel"),
                storyline(82)
                        .support("2", 10, null)
                        .accepted("Find out why managers leave")
                        .chosen()
                        .offerAccepted()
                        .introduced("MEETING")
                        .visited("Nobody has ever agreed what the manager decides.")
                        .planned(OBJECTIVES)
                        .pmApproves());
        add(
                93,
                days.hoursAgo(50),
                "coordinator",
                new Request(
                                "The largest practice of the county has no manager from Monday.",
                                "PM_ABSENCE",
                                "STAFFING_SHORTAGE")
                        .vacant()
                        .since(5),
                storyline(93)
                        .support("3", 12, null)
                        .accepted("Run the practice for three months")
                        .chosen()
                        .offerAccepted()
                        .introduced("MEETING")
                        .visited("Three teams that do not talk to each other.")
                        .planned(OBJECTIVES)
                        .pmApproves()
                        .practiceApproves());
    }

    private void refused(Days days) {
        add(
                104,
                days.hoursAgo(51),
                "coordinator",
                new Request("The CQC comes back in six weeks.", "CQC").event("INSPECTION", 40),
                storyline(104)
                        .support("2", 9, null)
                        .accepted("Ready for the inspection")
                        .chosen()
                        .offerAccepted()
                        .introduced("MEETING")
                        .visited("Most policies exist but nobody can find them.")
                        .planned(OBJECTIVES)
                        .pmApproves()
                        .practiceRefuses("We want the sessions on Tuesdays and Thursdays, and fewer weeks."));
        add(
                115,
                days.hoursAgo(63),
                "coordinator",
                new Request("Our reports to the ICB have been rejected twice.", "IT_AND_REPORTS").since(50),
                storyline(115)
                        .support("1", 10, null)
                        .accepted("Reports that are accepted")
                        .chosen()
                        .offerAccepted()
                        .introduced("EMAIL")
                        .visited("The templates are five years old.")
                        .planned(OBJECTIVES)
                        .pmRefuses("Ten weeks are too many for this: six will do.")
                        .varied("1", 6, "Six weeks will do, says the PM.", OBJECTIVES)
                        .pmApproves());
    }
}
