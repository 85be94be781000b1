package org.rovingpm.casepage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.rovingpm.submission.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The result of a form of the case page. A script gets a sentence; without a script, the page is shown again with it.
 * What was typed and refused is shown again.
 */
public final class Outcome {

    static final int REFUSED = 422;

    private Outcome() {}

    static boolean isForScript(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.APPLICATION_JSON_VALUE);
    }

    /** Runs the action and answers with its result. */
    static Object of(
            Runnable deed,
            String done,
            String page,
            String part,
            Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes after) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            if (isForScript(request)) {
                return ResponseEntity.status(REFUSED).body(Map.of("problem", refusal.getMessage()));
            }
            after.addFlashAttribute(part + "Problem", refusal.getMessage());
            typed.forEach(after::addFlashAttribute);
            return "redirect:" + page + "#" + part;
        }
        if (isForScript(request)) {
            return ResponseEntity.ok(Map.of("done", done));
        }
        after.addFlashAttribute(part + "Done", done);
        return "redirect:" + page + "#" + part;
    }
}
