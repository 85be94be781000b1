package org.rovingpm.hiddencase.web;

import java.util.List;
import java.util.Map;
import org.rovingpm.hiddencase.ConfidentialCases;
import org.rovingpm.hiddencase.OpenInEmergency;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The confidential cases on which the reader is named, and the way into another one in an emergency. */
@Controller
class MyConfidentialPages {

    private static final int MOST = 200;
    private static final List<String> FIELDS = List.of("caseReference", "reason");

    private final ConfidentialCases confidential;
    private final OpenInEmergency openInEmergency;
    private final Submissions submissions;

    MyConfidentialPages(ConfidentialCases confidential, OpenInEmergency openInEmergency, Submissions submissions) {
        this.confidential = confidential;
        this.openInEmergency = openInEmergency;
        this.submissions = submissions;
    }

    @GetMapping("/confidential")
    String mine(Authentication reader, Model model) {
        return show(reader.getName(), Map.of(), List.of(), model);
    }

    @PostMapping("/confidential/emergency")
    String open(@RequestParam Map<String, String> sent, Authentication reader, Model model, RedirectAttributes after) {
        Map<String, String> typed = InterestForms.typed(sent, FIELDS);
        CaseReference reference;
        try {
            reference = openInEmergency.open(submissions.read(OpenInEmergency.Form.class, typed), reader.getName());
        } catch (Refusal refusal) {
            return show(reader.getName(), typed, refusal.problems(), model);
        }
        after.addFlashAttribute("done", "You see this case now, and those who are named on it are told.");
        return "redirect:/confidential/" + reference;
    }

    private String show(String reader, Map<String, String> sent, List<Problem> problems, Model model) {
        List<String> found = confidential.of(reader, MOST + 1);
        model.addAttribute("references", found.stream().limit(MOST).toList());
        model.addAttribute("more", found.size() > MOST);
        model.addAttribute("typed", InterestForms.typed(sent, FIELDS));
        model.addAttribute("problems", problems);
        return "hiddencase/confidential-cases";
    }
}
