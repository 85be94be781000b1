package org.rovingpm.placement;

import java.util.List;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientRole;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The PM at the practice. */
@Component
class PmRole implements RecipientRole {

    private final Placements placements;
    private final RovingPms roster;

    PmRole(Placements placements, RovingPms roster) {
        this.placements = placements;
        this.roster = roster;
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
        return placements.active(reference).flatMap(placement -> roster.find(placement.pm())).map(PmRole::recipient).stream().toList();
    }

    static Recipient recipient(RovingPm pm) {
        return pm.status() == RosterStatus.LEFT ? Recipient.unreachable(pm.userId(), pm.name(), "They have left the scheme.")
            : Recipient.of(pm.userId(), pm.name(), pm.email());
    }
}
