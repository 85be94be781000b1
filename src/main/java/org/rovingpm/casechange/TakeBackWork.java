package org.rovingpm.casechange;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.hiddencase.CaseMadeConfidential;
import org.rovingpm.hiddencase.CasesHidden;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.matching.Offer;
import org.rovingpm.matching.Offers;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseResumed;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.practices.PracticeAdded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes work back from somebody from whom a case is hidden from now on, in the same transaction: their tasks return to their
 * teams, and the search for another PM starts where they are the PM or have the offer. Coordinators and service managers are told,
 * and so are they themselves, without the name of the practice.
 * What is on hold cannot be moved; it is taken back when the case is resumed.
 */
@Component
class TakeBackWork {

    private static final String TEMPLATE = "work-taken-back";
    private static final String SYSTEM = "system";
    private static final String STILL_HIDDEN = "The case is hidden from them";
    private static final String JOINED = "They have an interest in a practice that has joined the case";
    private static final String CONFIDENTIAL = "The case is confidential now, and they are not named on it";

    private final SupportCases cases;
    private final Placements placements;
    private final Offers offers;
    private final TeamTasks teamTasks;
    private final FindAnotherPm findAnotherPm;
    private final CaseProcesses processes;
    private final HiddenCases hiddenCases;
    private final QueueMessage queueMessage;
    private final TellFormerWorker tellFormerWorker;
    private final Timeline timeline;

    TakeBackWork(
            SupportCases cases,
            Placements placements,
            Offers offers,
            TeamTasks teamTasks,
            FindAnotherPm findAnotherPm,
            CaseProcesses processes,
            HiddenCases hiddenCases,
            QueueMessage queueMessage,
            TellFormerWorker tellFormerWorker,
            Timeline timeline) {
        this.cases = cases;
        this.placements = placements;
        this.offers = offers;
        this.teamTasks = teamTasks;
        this.findAnotherPm = findAnotherPm;
        this.processes = processes;
        this.hiddenCases = hiddenCases;
        this.queueMessage = queueMessage;
        this.tellFormerWorker = tellFormerWorker;
        this.timeline = timeline;
    }

    @EventListener
    void on(CasesHidden hidden) {
        hidden.references()
                .forEach(
                        reference -> takeBack(reference, hidden.person(), hidden.why(), hidden.theirs(), hidden.who()));
    }

    @EventListener
    void on(CaseResumed resumed) {
        takeBackFromAll(resumed.reference(), STILL_HIDDEN, SYSTEM);
    }

    @EventListener
    void on(CaseMadeConfidential made) {
        takeBackFromAll(made.reference(), CONFIDENTIAL, made.who());
    }

    @EventListener
    void on(PracticeAdded added) {
        takeBackFromAll(added.reference(), JOINED, added.who());
    }

    private void takeBackFromAll(CaseReference reference, String why, String who) {
        Set<String> workers = new TreeSet<>(teamTasks.workers(reference));
        offers.open(reference).map(Offer::pm).ifPresent(workers::add);
        placements.active(reference).map(Placement::pm).ifPresent(workers::add);
        workers.removeAll(hiddenCases.whoMaySee(reference, workers));
        workers.forEach(person -> takeBack(reference, person, why, null, who));
    }

    private void takeBack(CaseReference reference, String person, String why, String theirs, String who) {
        SupportCase supportCase = cases.get(reference);
        if (supportCase.onHold()) {
            return;
        }
        int tasks = teamTasks.giveBack(reference, person);
        Optional<PmsPart> pm = takeBackFromPm(reference, person, why);
        if (tasks == 0 && pm.isEmpty()) {
            return;
        }
        String taken = pm.map(PmsPart::became)
                .orElse(tasks == 1 ? "One task returned to its team" : tasks + " tasks returned to their teams");
        timeline.add(reference, who, "Work taken back", person, taken, why);
        String occasion = person + " " + timeline.count(reference);
        queueMessage.queue(TEMPLATE, reference, new QueueMessage.Moment("workTakenBack", occasion));
        String ended = pm.map(PmsPart::ended)
                .orElse(
                        tasks == 1
                                ? "Your task there has returned to its team."
                                : "Your tasks there have returned to their teams.");
        tellFormerWorker.tell(reference, person, occasion, ended, theirs);
    }

    /**
     * What the PM had in the case.
     *
     * @param became what became of it, for the timeline
     * @param ended  the same for the PM, as a sentence
     */
    private record PmsPart(String became, String ended) {}

    /** @return empty where they have no part as the PM */
    private Optional<PmsPart> takeBackFromPm(CaseReference reference, String person, String why) {
        boolean offered = offers.open(reference)
                .filter(offer -> offer.pm().equals(person))
                .isPresent();
        boolean placed = placements
                .active(reference)
                .filter(placement -> placement.pm().equals(person))
                .isPresent();
        if (!offered && !placed) {
            return Optional.empty();
        }
        if (placed && !processes.waitsFor(reference.value(), SupportCaseProcess.Messages.PM_WITHDRAWN)) {
            return Optional.of(new PmsPart(
                    "Their support is ending and no other PM is sought", "Your placement there is ending."));
        }
        return Optional.of(new PmsPart(
                findAnotherPm.find(reference, person, why, SYSTEM),
                placed
                        ? "Your placement there has ended."
                        : "The placement is no longer offered to you, and you need not answer."));
    }
}
