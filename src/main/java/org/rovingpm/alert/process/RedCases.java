package org.rovingpm.alert.process;

import org.rovingpm.alert.AlertTeam;
import org.rovingpm.assessment.TurnedRed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Alerts the team when a case is rated red. */
@Component
class RedCases {

    private final AlertTeam alertTeam;

    RedCases(AlertTeam alertTeam) {
        this.alertTeam = alertTeam;
    }

    @EventListener
    void on(TurnedRed turned) {
        alertTeam.alert(turned.reference(), "A case is now red.");
    }
}
