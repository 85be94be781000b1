package org.rovingpm.demo;

import org.rovingpm.matching.ManagerMatchingProcess;

/** Requests, their assessment, and the search for a PM. */
class StoriesOfRequests extends Stories.Collection {

    StoriesOfRequests(Days days) {
        requested(days);
        assessed(days);
        advised(days);
        matching(days);
        offered(days);
    }

    private void requested(Days days) {
        add(
                3,
                days.hoursAgo(1.2),
                "coordinator",
                new Request(
                                "Our manager went off sick yesterday and the rota for next week is not done.",
                                "PM_ABSENCE",
                                "STAFFING_SHORTAGE")
                        .since(1)
                        .vacant()
                        .servicesAtRisk("Clinics next week may have to be cancelled.", 5),
                storyline(3));
        add(
                14,
                days.hoursAgo(7),
                "liaison",
                new Request("The partners fell out over the accounts; the accountant has resigned.", "FINANCES")
                        .consentOf("Dr Heather Heath")
                        .confidential(),
                storyline(14));
        add(
                25,
                days.hoursAgo(11),
                "coordinator",
                new Request("Nobody knows how to run the recall reports since the upgrade.", "IT_AND_REPORTS")
                        .since(30),
                storyline(25));
        add(
                36,
                days.hoursAgo(14),
                "coordinator",
                new Request("The CQC has announced an inspection and our policies are out of date.", "CQC")
                        .event("INSPECTION", 11),
                storyline(36));
        add(
                47,
                days.hoursAgo(38),
                "liaison",
                new Request("The practice plans a new extension and has nobody to lead it.", "PROJECT")
                        .consentOf("Ms Clover Clementine")
                        .since(60),
                storyline(47));
    }

    private void assessed(Days days) {
        add(
                58,
                days.hoursAgo(9),
                "coordinator",
                new Request("The deputy has left and the manager retires in spring.", "HANDOVER").since(14),
                storyline(58).askedForInformation("When exactly does the manager leave, and is the post advertised?"));
        add(
                69,
                days.hoursAgo(30),
                "liaison",
                new Request("Complaints have doubled and letters are not answered.", "STAFFING_SHORTAGE", "CQC")
                        .consentOf("Dr Rory Rosemary"),
                storyline(69).askedForInformation("How many staff are in post, and how many hours are vacant?"));
        add(
                80,
                days.hoursAgo(8),
                "coordinator",
                new Request("Payroll has been wrong for two months.", "FINANCES").payrollAtRisk(9),
                storyline(80)
                        .askedForInformation("Who runs the payroll now, and for how many people?")
                        .informationGiven("An agency runs it for 23 people; its contract ends this month."));
        add(
                91,
                days.hoursAgo(150),
                "coordinator",
                new Request("We would like a speaker for our staff away day.", "PROJECT"),
                storyline(91).declined("NOT_A_MANAGEMENT_NEED", "The training hub, which has speakers."));
        add(
                102,
                days.hoursAgo(60),
                "coordinator",
                new Request("We need a locum GP for August.", "STAFFING_SHORTAGE"),
                storyline(102)
                        .askedForInformation("Is it doctors or managers that you lack?")
                        .informationGiven("It is a doctor that we look for.")
                        .declined("OTHER_SERVICE", "The locum chambers of the county."));
    }

    private void advised(Days days) {
        add(
                22,
                days.hoursAgo(20),
                "liaison",
                new Request("We have never written a business continuity plan.", "PROJECT")
                        .consentOf("Dr Viola Violet")
                        .since(40),
                storyline(22).adviceChosen());
        add(
                33,
                days.hoursAgo(120),
                "coordinator",
                new Request("Nobody knows which policies the CQC asks for first.", "CQC").since(20),
                storyline(33)
                        .adviceChosen()
                        .advised(
                                "TELEPHONE",
                                "Begin with safeguarding, recruitment and complaints; the ICB's templates are good, and we have sent you ours."));
    }

    private void matching(Days days) {
        add(
                4,
                days.hoursAgo(3.5),
                "coordinator",
                new Request("Our manager resigned and leaves on Friday.", "PM_ABSENCE", "HANDOVER")
                        .vacant()
                        .since(3)
                        .servicesAtRisk("Nobody can pay suppliers or staff.", 6),
                storyline(4).support("2", 6, null).accepted("Somebody to run the practice until a successor starts"));
        add(
                15,
                days.hoursAgo(9),
                "coordinator",
                new Request("Two of three receptionists are leaving.", "STAFFING_SHORTAGE").since(12),
                storyline(15)
                        .support("1.5", 8, null)
                        .acceptedAs(
                                "AMBER",
                                "The partners cover the desk themselves by now.",
                                "Recruit and train new reception staff")
                        .claimed("manager", ManagerMatchingProcess.Elements.CHOOSE_PM));
        add(
                26,
                days.hoursAgo(8),
                "coordinator",
                new Request(
                                "A merger of three practices at once needs somebody nearly full time.",
                                "MERGER",
                                "FINANCES",
                                "PROJECT",
                                "IT_AND_REPORTS")
                        .event("MERGER", 24),
                storyline(26).support("9", 20, null).accepted("Lead the merger of three practices"));
        add(
                37,
                days.hoursAgo(18),
                "coordinator",
                new Request("The books for last year have never been closed.", "FINANCES").since(200),
                storyline(37)
                        .support("1", 6, null)
                        .accepted("Close last year's books")
                        .chosen()
                        .offerDeclined("I am away for most of this month."));
        add(
                48,
                days.hoursAgo(9),
                "liaison",
                new Request("The CQC rated two areas as inadequate.", "CQC")
                        .event("INSPECTION", 33)
                        .consentOf("Dr Rory Rosemary"),
                storyline(48)
                        .support("2", 10, null)
                        .accepted("A plan for the next inspection")
                        .chosen()
                        .interestDeclared("My daughter works there as a nurse."));
        add(
                59,
                days.hoursAgo(24),
                "coordinator",
                new Request("Three systems hold three different lists of patients.", "IT_AND_REPORTS"),
                storyline(59)
                        .support("1", 8, null)
                        .acceptedAs("AMBER", "Letters have gone to the wrong patients.", "One list of patients")
                        .chosen());
    }

    private void offered(Days days) {
        add(
                70,
                days.hoursAgo(6),
                "coordinator",
                new Request("Our manager is on leave for six weeks and her deputy has just resigned.", "PM_ABSENCE")
                        .vacant()
                        .since(2),
                storyline(70)
                        .support("2", 6, null)
                        .accepted("Cover for six weeks")
                        .chosen());
        add(
                81,
                days.hoursAgo(20),
                "liaison",
                new Request("The new manager asks for somebody to learn from.", "HANDOVER").consentOf("Dr Percy Peony"),
                storyline(81)
                        .support("1", 12, null)
                        .accepted("A mentor for a new manager")
                        .chosen()
                        .offerDeclined("Too far from home for one session.")
                        .chosenSecond("The first on the list has only just finished elsewhere."));
        add(
                92,
                days.hoursAgo(30),
                "coordinator",
                new Request("Staff sickness has reached a quarter of all hours.", "STAFFING_SHORTAGE").since(40),
                storyline(92)
                        .support("2", 8, null)
                        .accepted("A rota that holds")
                        .chosen()
                        .nobodyChosen("The practice asks for somebody with experience of large teams."));
    }
}
