package org.rovingpm.casepage.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.referral.OnwardReferral;
import org.rovingpm.referral.OnwardReferrals;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.closure.ClosingReport;
import org.rovingpm.supportcase.closure.ClosingReports;
import org.rovingpm.survey.Feedback;
import org.rovingpm.survey.Feedbacks;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What lasts beyond a case, on its page: to where its practices were referred, the closing report, and what they said about the support. */
@Component
class ClosurePart {

    private final ClosingReports reports;
    private final Feedbacks feedbacks;
    private final Practices practices;
    private final OnwardReferrals referrals;

    ClosurePart(ClosingReports reports, Feedbacks feedbacks, Practices practices, OnwardReferrals referrals) {
        this.reports = reports;
        this.feedbacks = feedbacks;
        this.practices = practices;
        this.referrals = referrals;
    }

    /** What a practice said, by its name. */
    record Shown(String practice, Feedback feedback) {}

    /** @return the people who are named */
    Stream<String> addTo(Model model, CaseReference reference) {
        Optional<ClosingReport> report = reports.find(reference);
        List<Feedback> given = feedbacks.of(reference);
        List<OnwardReferral> referred = referrals.of(reference);
        model.addAttribute("referrals", referred);
        model.addAttribute("closingReport", report.orElse(null));
        Map<OdsCode, Practice> known =
                practices.findAll(given.stream().map(Feedback::practice).toList());
        model.addAttribute(
                "feedbacks",
                given.stream()
                        .map(one -> new Shown(known.get(one.practice()).name(), one))
                        .toList());
        return Stream.of(
                        report.map(ClosingReport::who).stream(),
                        given.stream().map(Feedback::who),
                        referred.stream().map(OnwardReferral::who))
                .flatMap(who -> who);
    }
}
