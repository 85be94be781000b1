package org.rovingpm.demo;

import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.SupportCaseProcess;

/** Requests, their assessment, and the search for a PM. */
class StoriesOfRequests extends Stories.Collection {

    StoriesOfRequests(Days days) {
        requested(days);
        assessed(days);
        matching(days);
        offered(days);
    }

    private void requested(Days days) {
        tell(
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
                script(3));
        tell(
                14,
                days.hoursAgo(7),
                "liaison",
                new Request("The partners fell out over the accounts; the accountant has resigned.", "FINANCES")
                        .consentOf("Dr Heather Heath")
                        .confidential(),
                script(14).claimed("coordinator", SupportCaseProcess.Elements.ASSESS_REQUEST));
        tell(
                25,
                days.hoursAgo(11),
                "coordinator",
                new Request("Nobody knows how to run the recall reports since the upgrade.", "IT_AND_REPORTS")
                        .since(30),
                script(25));
        tell(
                36,
                days.hoursAgo(14),
                "coordinator",
                new Request("The CQC has announced an inspection and our policies are out of date.", "CQC")
                        .event("INSPECTION", 11),
                script(36));
        tell(
                47,
                days.hoursAgo(38),
                "liaison",
                new Request("The practice plans a new extension and has nobody to lead it.", "PROJECT")
                        .consentOf("Ms Clover Clementine")
                        .since(60),
                script(47));
    }

    private void assessed(Days days) {
        tell(
                58,
                days.hoursAgo(9),
                "coordinator",
                new Request("The deputy has left and the manager retires in spring.", "HANDOVER").since(14),
                script(58).askedForInformation("When exactly does the manager leave, and is the post advertised?"));
        tell(
                69,
                days.hoursAgo(30),
                "liaison",
                new Request("Complaints have doubled and letters are not answered.", "STAFFING_SHORTAGE", "CQC")
                        .consentOf("Dr Rory Rosemary"),
                script(69).askedForInformation("How many staff are in post, and how many hours are vacant?"));
        tell(
                80,
                days.hoursAgo(8),
                "coordinator",
                new Request("Payroll has been wrong for two months.", "FINANCES").payrollAtRisk(9),
                script(80)
                        .askedForInformation("Who runs the payroll now, and for how many people?")
                        .informationGiven("An agency runs it for 23 people; its contract ends this month."));
        tell(
                91,
                days.hoursAgo(150),
                "coordinator",
                new Request("We would like a speaker for our staff away day.", "PROJECT"),
                script(91).declined("NOT_A_MANAGEMENT_NEED", "The training hub, which has speakers."));
        tell(
                102,
                days.hoursAgo(60),
                "coordinator",
                new Request("We need a locum GP for August.", "STAFFING_SHORTAGE"),
                script(102)
                        .askedForInformation("Is it doctors or managers that you lack?")
                        .informationGiven("It is a doctor that we look for.")
                        .declined("OTHER_SERVICE", "The locum chambers of the county."));
    }

    private void matching(Days days) {
        tell(
                4,
                days.hoursAgo(3.5),
                "coordinator",
                new Request("Our manager resigned and leaves on Friday.", "PM_ABSENCE", "HANDOVER")
                        .vacant()
                        .since(3)
                        .servicesAtRisk("Nobody can pay suppliers or staff.", 6),
                script(4).support("2", 6, null).accepted("Somebody to run the practice until a successor starts"));
        tell(
                15,
                days.hoursAgo(9),
                "coordinator",
                new Request("Two of three receptionists are leaving.", "STAFFING_SHORTAGE").since(12),
                script(15)
                        .support("1.5", 8, null)
                        .acceptedAs(
                                "AMBER",
                                "The partners cover the desk themselves by now.",
                                "Recruit and train new reception staff")
                        .claimed("manager", ManagerMatchingProcess.Elements.CHOOSE_PM));
        tell(
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
                script(26).support("9", 20, null).accepted("Lead the merger of three practices"));
        tell(
                37,
                days.hoursAgo(18),
                "coordinator",
                new Request("The books for last year have never been closed.", "FINANCES").since(200),
                script(37)
                        .support("1", 6, null)
                        .accepted("Close last year's books")
                        .chosen()
                        .offerDeclined("I am away for most of this month."));
        tell(
                48,
                days.hoursAgo(9),
                "liaison",
                new Request("The CQC rated two areas as inadequate.", "CQC")
                        .event("INSPECTION", 33)
                        .consentOf("Dr Rory Rosemary")
                        .confidential(),
                script(48)
                        .support("2", 10, null)
                        .accepted("A plan for the next inspection")
                        .chosen()
                        .interestDeclared("My daughter works there as a nurse."));
        tell(
                59,
                days.hoursAgo(24),
                "coordinator",
                new Request("Three systems hold three different lists of patients.", "IT_AND_REPORTS"),
                script(59)
                        .support("1", 8, null)
                        .acceptedAs("AMBER", "Letters have gone to the wrong patients.", "One list of patients")
                        .chosen());
    }

    private void offered(Days days) {
        tell(
                70,
                days.hoursAgo(6),
                "coordinator",
                new Request("Our manager is on leave for six weeks and her deputy has just resigned.", "PM_ABSENCE")
                        .vacant()
                        .since(2),
                script(70).support("2", 6, null).accepted("Cover for six weeks").chosen());
        tell(
                81,
                days.hoursAgo(20),
                "liaison",
                new Request("The new manager asks for somebody to learn from.", "HANDOVER").consentOf("Dr Percy Peony"),
                script(81)
                        .support("1", 12, null)
                        .accepted("A mentor for a new manager")
                        .chosen()
                        .offerDeclined("Too far from home for one session.")
                        .chosenSecond("The first on the list has only just finished elsewhere."));
        tell(
                92,
                days.hoursAgo(30),
                "coordinator",
                new Request("Staff sickness has reached a quarter of all hours.", "STAFFING_SHORTAGE").since(40),
                script(92)
                        .support("2", 8, null)
                        .accepted("A rota that holds")
                        .chosen()
                        .nobodyChosen("The practice asks for somebody with experience of large teams."));
    }
}
