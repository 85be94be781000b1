package org.rovingpm.casepage.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.casechange.ChangeCase;
import org.rovingpm.casepage.CaseAccess;
import org.rovingpm.casepage.action.ActionWords;
import org.rovingpm.casepage.action.CaseAction;
import org.rovingpm.casepage.action.PossibleActions;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.checkin.CheckIns;
import org.rovingpm.engine.StartByForm;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Changes a case from its page. Each change has a page that says what will happen, and starts the same process as the form of
 * “Case change”: record and history are the same.
 */
@Controller
class ChangePages {

    private static final String PAGE = "/cases/{reference}/{address:" + CaseAction.ADDRESSES + "}";
    private static final String REASON = "reason";

    private final Admission admission;
    private final CaseAccess access;
    private final SupportCases cases;
    private final Practices practices;
    private final CheckIns checkIns;
    private final PossibleActions possibleActions;
    private final StartByForm startByForm;
    private final Submissions submissions;
    private final ActionWords words;

    ChangePages(
            Admission admission,
            CaseAccess access,
            SupportCases cases,
            Practices practices,
            CheckIns checkIns,
            PossibleActions possibleActions,
            StartByForm startByForm,
            Submissions submissions,
            ActionWords words) {
        this.admission = admission;
        this.access = access;
        this.cases = cases;
        this.practices = practices;
        this.checkIns = checkIns;
        this.possibleActions = possibleActions;
        this.startByForm = startByForm;
        this.submissions = submissions;
        this.words = words;
    }

    @GetMapping(PAGE)
    String ask(
            @PathVariable("reference") String number,
            @PathVariable String address,
            Authentication person,
            Model model) {
        return show(
                admission.to(number, person),
                CaseAction.at(address).orElseThrow(),
                Map.of(),
                List.of(),
                Admission.groupsOf(person),
                model);
    }

    @PostMapping(PAGE)
    String change(
            @PathVariable("reference") String number,
            @PathVariable String address,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Admitted reader = admission.to(number, person);
        CaseReference reference = reader.reference();
        CaseAction action = CaseAction.at(address).orElseThrow();
        List<String> groups = Admission.groupsOf(person);
        Map<String, String> typed = typed(action, sent);
        try {
            Map<String, Object> fields = new HashMap<>(typed);
            fields.put("caseReference", reference.value());
            fields.put("change", action.change().orElseThrow().name());
            startByForm.startFromPage(
                    CaseChangeProcess.KEY, submissions.read(ChangeCase.Form.class, fields), reader.user(), groups);
        } catch (Refusal refusal) {
            return show(reader, action, typed, refusal.problems(), groups, model);
        }
        boolean stillTheirs = access.maySee(reader.user(), groups, reference);
        after.addFlashAttribute(
                stillTheirs ? "actionDone" : "done",
                "%s: %s".formatted(reference, words.after(action.change().orElseThrow(), cases.get(reference))));
        return stillTheirs ? "redirect:/cases/" + reference : "redirect:/cases";
    }

    private String show(
            Admitted reader,
            CaseAction action,
            Map<String, String> typed,
            List<Problem> problems,
            List<String> groups,
            Model model) {
        CaseReference reference = reader.reference();
        SupportCase supportCase = cases.get(reference);
        model.addAttribute("supportCase", supportCase);
        model.addAttribute("practiceName", practices.nameOf(supportCase.practices()));
        model.addAttribute("title", action.title(!reader.office()));
        try {
            possibleActions.refuseUnlessPossible(action, reference, reader.user(), groups);
        } catch (Refusal impossible) {
            model.addAttribute("sentence", impossible.getMessage());
            return "casepage/action-impossible";
        }
        model.addAttribute("action", action);
        model.addAttribute("before", words.before(action.change().orElseThrow(), supportCase, !reader.office()));
        model.addAttribute("typed", typed(action, typed));
        model.addAttribute("problems", problems);
        model.addAttribute(
                "ratings",
                Stream.of(Rag.values()).filter(rag -> rag != supportCase.rag()).toList());
        model.addAttribute("leaving", action == CaseAction.REMOVE_PRACTICE ? leaving(supportCase) : Map.of());
        model.addAttribute("weeks", action == CaseAction.HOURS ? checkIns.of(reference) : List.of());
        return "casepage/change";
    }

    /** The practices that may leave the case, by the codes of the form. */
    private Map<String, String> leaving(SupportCase supportCase) {
        Map<String, String> leaving = new LinkedHashMap<>();
        supportCase.practices().stream()
                .skip(1)
                .forEach(
                        code -> leaving.put(ChangeCase.leaving(supportCase.reference(), code), practices.nameOf(code)));
        return leaving;
    }

    /** The fields of the action, empty where nothing was sent. */
    private static Map<String, String> typed(CaseAction action, Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        action.fields().forEach(field -> typed.put(field, sent.getOrDefault(field, "")));
        typed.put(REASON, sent.getOrDefault(REASON, "").replace("\r\n", "\n"));
        return typed;
    }
}
