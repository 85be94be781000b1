package org.rovingpm.casepage.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.closure.ClosingReport;
import org.rovingpm.supportcase.closure.ClosingReports;
import org.rovingpm.survey.Feedback;
import org.rovingpm.survey.Feedbacks;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The end of a case on its page: the closing report, and what the practice said about the support. */
@Component
class ClosurePart {

    private final ClosingReports reports;
    private final Feedbacks feedbacks;

    ClosurePart(ClosingReports reports, Feedbacks feedbacks) {
        this.reports = reports;
        this.feedbacks = feedbacks;
    }

    /** @return the people who are named */
    Stream<String> addTo(Model model, CaseReference reference) {
        Optional<ClosingReport> report = reports.find(reference);
        Optional<Feedback> feedback = feedbacks.find(reference);
        model.addAttribute("closingReport", report.orElse(null));
        model.addAttribute("feedback", feedback.orElse(null));
        return Stream.concat(report.map(ClosingReport::who).stream(), feedback.map(Feedback::who).stream());
    }
}
