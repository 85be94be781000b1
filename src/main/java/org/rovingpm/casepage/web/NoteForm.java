package org.rovingpm.casepage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.note.WriteNote;
import org.rovingpm.submission.Submissions;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves a note on a case, from its page or from its panel in Tasklist. */
@Controller
class NoteForm {

    private final Admission admission;
    private final Submissions submissions;
    private final WriteNote writeNote;

    NoteForm(Admission admission, Submissions submissions, WriteNote writeNote) {
        this.admission = admission;
        this.submissions = submissions;
        this.writeNote = writeNote;
    }

    @PostMapping("/cases/{reference}/notes")
    Object write(
            @PathVariable String reference,
            HttpServletRequest request,
            Authentication person,
            RedirectAttributes after) {
        Admitted writer = admission.to(reference, person);
        String typed = request.getParameter("note") == null
                ? ""
                : request.getParameter("note").replace("\r\n", "\n");
        Map<String, Object> fields = new HashMap<>(Map.of("note", typed));
        fields.put("forPm", "true".equals(request.getParameter("forPm")));
        return Outcome.of(
                () -> writeNote.write(
                        writer.reference(),
                        submissions.read(WriteNote.Form.class, fields),
                        writer.reader(),
                        writer.user()),
                "The note has been saved.",
                "/cases/" + writer.reference(),
                "notes",
                Map.of("typedNote", typed),
                request,
                after);
    }
}
