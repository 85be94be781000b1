package org.rovingpm.schemestart.row;

import java.util.HashMap;
import java.util.Map;
import org.rovingpm.roster.ChangeRoster;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.schemestart.sheet.SheetRow;
import org.rovingpm.submission.Submissions;
import org.springframework.stereotype.Component;

/** Puts PMs on the roster, as the form “Roster change” does. */
@Component
class PmRows implements RowImport {

    private final Submissions submissions;
    private final ChangeRoster changeRoster;
    private final RovingPms roster;

    PmRows(Submissions submissions, ChangeRoster changeRoster, RovingPms roster) {
        this.submissions = submissions;
        this.changeRoster = changeRoster;
        this.roster = roster;
    }

    @Override
    public Sheet sheet() {
        return Sheet.PMS;
    }

    @Override
    public String key(SheetRow row) {
        return Fields.key("PM", row.text("pm"));
    }

    @Override
    public Imported take(SheetRow row, long file, String who) {
        String pm = row.text("pm");
        if (roster.find(pm).isPresent()) {
            return new Imported(row, false, "%s is on the roster already".formatted(pm));
        }
        Map<String, Object> values = new HashMap<>(row.values());
        values.put("status", RosterStatus.ACTIVE.name());
        ChangeRoster.Form form = submissions.read(ChangeRoster.Form.class, values);
        changeRoster.change(form, who);
        return new Imported(row, true, "%s (%s)".formatted(form.name(), pm));
    }
}
