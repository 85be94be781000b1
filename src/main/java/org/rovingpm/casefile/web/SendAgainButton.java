package org.rovingpm.casefile.web;

import java.util.List;
import org.rovingpm.casefile.CaseAccess;
import org.rovingpm.notification.SendAgain;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has a message of a case sent once more, for staff who may see the case. */
@Controller
class SendAgainButton {

    private final CaseAccess access;
    private final SendAgain sendAgain;

    SendAgainButton(CaseAccess access, SendAgain sendAgain) {
        this.access = access;
        this.sendAgain = sendAgain;
    }

    @PostMapping("/cases/{reference}/messages/{id}/send-again")
    String send(@PathVariable String reference, @PathVariable long id, Authentication person, RedirectAttributes after) {
        CaseReference asked = CaseReference.read(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<String> groups = person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
        if (!CaseMessages.isStaff(groups) || !access.maySee(person.getName(), groups, asked)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            sendAgain.send(asked, id, person.getName());
            after.addFlashAttribute("done", "The message is sent again.");
        } catch (Refusal refusal) {
            after.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/cases/" + asked + "#messages";
    }
}
