package org.rovingpm.placement;

import java.util.List;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The PM at the practice, unless the case has been hidden from them. */
@Component
class PmRecipient implements RecipientSource {

    private final Placements placements;
    private final RovingPms roster;
    private final HiddenCases hiddenCases;

    PmRecipient(Placements placements, RovingPms roster, HiddenCases hiddenCases) {
        this.placements = placements;
        this.roster = roster;
        this.hiddenCases = hiddenCases;
    }

    @Override
    public String name() {
        return "pm";
    }

    @Override
    public String label() {
        return "the PM";
    }

    @Override
    public List<Recipient> of(CaseReference reference) {
        return placements
                .active(reference)
                .filter(placement -> !hiddenCases.hides(reference, placement.pm()))
                .flatMap(placement -> roster.find(placement.pm()))
                .map(PmRecipient::recipient)
                .stream()
                .toList();
    }

    /** Even if they have left the practice since: the message was about them when it was queued. */
    @Override
    public Recipient findAgain(CaseReference reference, String person, String name) {
        return hiddenCases.bars(reference, person)
                ? Recipient.ofHiddenCase(person, name)
                : roster.find(person).map(PmRecipient::recipient).orElseThrow();
    }

    private static Recipient recipient(RovingPm pm) {
        return Recipient.of(pm.userId(), pm.name(), pm.email(), pm.status() == RosterStatus.LEFT);
    }
}
