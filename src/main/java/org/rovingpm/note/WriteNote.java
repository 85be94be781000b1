package org.rovingpm.note;

import jakarta.validation.constraints.NotBlank;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves a note on a case, open or closed. The PM can always read notes by a PM. */
@Service
public class WriteNote {

    private final TeamNotes notes;
    private final SupportCases cases;

    WriteNote(TeamNotes notes, SupportCases cases) {
        this.notes = notes;
        this.cases = cases;
    }

    /** @param forPm whether the PM of the case may read it too; if missing, only the office */
    public record Form(
            @NotBlank(message = "Write the note.") @PlainText(label = "The note", max = 1000)
            String note,

            Boolean forPm) {}

    /** @return false for the same note by the same person a moment ago, which is saved once */
    @Transactional
    public boolean write(CaseReference reference, Form form, TeamNotes.Reader writer, String who) {
        boolean forPm = writer == TeamNotes.Reader.PM || Boolean.TRUE.equals(form.forPm());
        cases.get(reference);
        if (notes.saidJustNow(reference, form.note(), forPm, who)) {
            return false;
        }
        notes.add(reference, form.note(), forPm, who);
        return true;
    }
}
