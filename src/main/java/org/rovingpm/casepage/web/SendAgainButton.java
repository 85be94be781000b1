package org.rovingpm.casepage.web;

import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.notification.queue.SendAgain;
import org.rovingpm.submission.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends a message of a case again, for staff who may see the case. */
@Controller
class SendAgainButton {

    private final Admission admission;
    private final SendAgain sendAgain;

    SendAgainButton(Admission admission, SendAgain sendAgain) {
        this.admission = admission;
        this.sendAgain = sendAgain;
    }

    @PostMapping("/cases/{reference}/messages/{id}/send-again")
    String send(
            @PathVariable String reference, @PathVariable long id, Authentication person, RedirectAttributes after) {
        Admitted staff = admission.to(reference, person);
        if (!staff.office()) {
            throw Admission.notFound();
        }
        try {
            sendAgain.send(staff.reference(), id, staff.user());
            after.addFlashAttribute("done", "The message is being sent again.");
        } catch (Refusal refusal) {
            after.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/cases/" + staff.reference() + "#messages";
    }
}
