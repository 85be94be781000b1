package org.rovingpm.casepage.web.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.casepage.action.CaseAction;
import org.rovingpm.casepage.action.PossibleActions;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.practice.Practices;
import org.rovingpm.referral.OnwardReferrals;
import org.rovingpm.referral.ReferOn;
import org.rovingpm.referral.ReferralPlaces;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
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

/** Refers the practices of a case to another place. */
@Controller
class ReferOnPages {

    private static final String PAGE = "/cases/{reference}/referral";

    private final Admission admission;
    private final PossibleActions possibleActions;
    private final ReferOn referOn;
    private final ReferralPlaces places;
    private final OnwardReferrals referrals;
    private final SupportCases cases;
    private final Practices practices;
    private final Submissions submissions;

    ReferOnPages(
            Admission admission,
            PossibleActions possibleActions,
            ReferOn referOn,
            ReferralPlaces places,
            OnwardReferrals referrals,
            SupportCases cases,
            Practices practices,
            Submissions submissions) {
        this.admission = admission;
        this.possibleActions = possibleActions;
        this.referOn = referOn;
        this.places = places;
        this.referrals = referrals;
        this.cases = cases;
        this.practices = practices;
        this.submissions = submissions;
    }

    @GetMapping(PAGE)
    String ask(@PathVariable("reference") String number, Authentication person, Model model) {
        return show(admission.to(number, person), Map.of(), List.of(), Admission.groupsOf(person), model);
    }

    @PostMapping(PAGE)
    String refer(
            @PathVariable("reference") String number,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Admitted reader = admission.to(number, person);
        List<String> groups = Admission.groupsOf(person);
        Map<String, String> typed = typed(sent);
        try {
            possibleActions.refuseUnlessPossible(CaseAction.REFER_ON, reader.reference(), reader.user(), groups);
            ReferOn.Form form = submissions.read(ReferOn.Form.class, typed);
            referOn.refer(reader.reference(), form, reader.user());
            after.addFlashAttribute(
                    "actionDone",
                    "%s: the practice is told that it can turn to “%s”."
                            .formatted(reader.reference(), form.referralPlace().label()));
        } catch (Refusal refusal) {
            return show(reader, typed, refusal.problems(), groups, model);
        }
        return "redirect:/cases/" + reader.reference();
    }

    private String show(
            Admitted reader, Map<String, String> sent, List<Problem> problems, List<String> groups, Model model) {
        SupportCase supportCase = cases.get(reader.reference());
        model.addAttribute("supportCase", supportCase);
        model.addAttribute("practiceName", practices.nameOf(supportCase.practices()));
        model.addAttribute("title", CaseAction.REFER_ON.title(false));
        model.addAttribute("problems", problems);
        try {
            possibleActions.refuseUnlessPossible(CaseAction.REFER_ON, reader.reference(), reader.user(), groups);
        } catch (Refusal impossible) {
            model.addAttribute("sentence", impossible.getMessage());
            return "casepage/action-impossible";
        }
        model.addAttribute("places", places.offered());
        model.addAttribute("before", referrals.of(reader.reference()));
        model.addAttribute("typed", typed(sent));
        return "casepage/refer-on";
    }

    private static Map<String, String> typed(Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        CaseAction.REFER_ON
                .fields()
                .forEach(field -> typed.put(field, sent.getOrDefault(field, "").replace("\r\n", "\n")));
        return typed;
    }
}
