package org.rovingpm.casepage.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.assessment.Needs;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.casepage.FormAnswers;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.casepage.web.link.LinkPart;
import org.rovingpm.casepage.web.reply.ReplyPart;
import org.rovingpm.hiddencase.ConfidentialCases;
import org.rovingpm.linkedcase.CaseLinks;
import org.rovingpm.linkedcase.OtherCases;
import org.rovingpm.placement.Placement;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestFields;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The case on one page: what was requested, its stage, its ratings, its PM, plan, weeks and money, the answers in
 * managers' own forms, its notes and documents, its messages, its timeline.
 */
@Controller
class CasePage {

    private static final int MOST_ADDED = 20;

    private final Admission admission;
    private final SupportCases cases;
    private final PracticePart practices;
    private final Needs needs;
    private final Timeline timeline;
    private final SupportPart support;
    private final FormAnswers answers;
    private final CaseMessages messages;
    private final HistoryPart history;
    private final ConfidentialCases confidential;
    private final CasePanel panel;
    private final NowPart now;
    private final AdvicePart advice;
    private final ClosurePart closure;
    private final ShortlistPart shortlists;
    private final LinkPart linkPart;
    private final CaseLinks links;
    private final OtherCases otherCases;
    private final ReplyPart replies;

    CasePage(
            Admission admission,
            SupportCases cases,
            PracticePart practices,
            Needs needs,
            Timeline timeline,
            SupportPart support,
            FormAnswers answers,
            CaseMessages messages,
            HistoryPart history,
            ConfidentialCases confidential,
            CasePanel panel,
            NowPart now,
            AdvicePart advice,
            ClosurePart closure,
            ShortlistPart shortlists,
            LinkPart linkPart,
            CaseLinks links,
            OtherCases otherCases,
            ReplyPart replies) {
        this.admission = admission;
        this.cases = cases;
        this.practices = practices;
        this.needs = needs;
        this.timeline = timeline;
        this.support = support;
        this.answers = answers;
        this.messages = messages;
        this.history = history;
        this.confidential = confidential;
        this.panel = panel;
        this.now = now;
        this.advice = advice;
        this.closure = closure;
        this.shortlists = shortlists;
        this.linkPart = linkPart;
        this.links = links;
        this.otherCases = otherCases;
        this.replies = replies;
    }

    @GetMapping("/cases/{reference}")
    String show(
            @PathVariable("reference") String number,
            @RequestParam(defaultValue = "1") int page,
            Authentication person,
            Model model) {
        Optional<CaseReference> outlined = admission.toOutline(number, person);
        if (outlined.isPresent()) {
            model.addAllAttributes(panel.outlineOf(outlined.get()));
            return "casepage/outline";
        }
        Admitted reader = admission.to(number, person);
        CaseReference reference = reader.reference();
        SupportCase supportCase = cases.get(reference);
        model.addAttribute("reader", reader);
        model.addAttribute("supportCase", supportCase);
        now.addTo(model, reader, Admission.groupsOf(person), supportCase);
        model.addAttribute("confidential", confidential.find(reference).isPresent());
        model.addAttribute("practices", practices.of(reference));
        model.addAttribute("invited", practices.invited(reference));
        model.addAttribute("answers", RequestFields.given(supportCase.request()));
        model.addAttribute("added", timeline.of(reference, Timeline.ANOTHER_REQUEST, MOST_ADDED));
        model.addAttribute("need", needs.find(reference).orElse(null));
        List<Placement> placed = support.addTo(model, supportCase);
        List<FormAnswers.Step> answered = new ArrayList<>(answers.of(reference));
        Collections.reverse(answered);
        model.addAttribute("answered", answered);
        CaseReader listReader = CaseReader.of(reader.user(), Admission.groupsOf(person));
        List<CaseReference> joined = links.duplicatesOf(reference, reader.user());
        model.addAttribute("messages", messages.of(reference, joined, reader.office()));
        model.addAttribute("otherCases", otherCases.of(reference, listReader));
        history.addTo(
                model,
                reader,
                placed,
                answered,
                Stream.of(
                                advice.addTo(model, reference),
                                closure.addTo(model, reference),
                                shortlists.addTo(model, reader),
                                linkPart.addTo(model, reference, listReader),
                                replies.addTo(model, reader, joined))
                        .flatMap(named -> named),
                joined,
                page);
        return "casepage/case";
    }
}
