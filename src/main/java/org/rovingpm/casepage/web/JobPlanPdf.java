package org.rovingpm.casepage.web;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.web.PdfDocument;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The job plan of a case as a PDF, the same that the practice gets, for everybody who may see the case. */
@Controller
class JobPlanPdf {

    private final Admission admission;
    private final SupportCases cases;
    private final Practices practices;
    private final JobPlans plans;
    private final Placements placements;
    private final CaseNames names;
    private final PdfDocument document;

    JobPlanPdf(
            Admission admission,
            SupportCases cases,
            Practices practices,
            JobPlans plans,
            Placements placements,
            CaseNames names,
            PdfDocument document) {
        this.admission = admission;
        this.cases = cases;
        this.practices = practices;
        this.plans = plans;
        this.placements = placements;
        this.names = names;
        this.document = document;
    }

    @GetMapping("/cases/{reference}/job-plan.pdf")
    ResponseEntity<byte[]> give(@PathVariable String reference, Authentication person) {
        Admitted reader = admission.to(reference, person);
        JobPlan plan = plans.current(reader.reference()).orElseThrow(Admission::notFound);
        Map<String, Object> model = new HashMap<>();
        model.put("reference", reader.reference());
        model.put("practiceName", practices.nameOf(cases.get(reader.reference()).practices()));
        model.put("plan", plan);
        model.put("before", null);
        model.put("pmName", nameOfPm(plan));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("job-plan-%s.pdf".formatted(reader.reference()))
                                .build()
                                .toString())
                .body(document.of("jobplan/job-plan-document", model));
    }

    private String nameOfPm(JobPlan plan) {
        String pm = placements.of(plan.reference()).stream()
                .filter(placement -> placement.id() == plan.placementId())
                .map(Placement::pm)
                .findFirst()
                .orElseThrow();
        return names.of(Stream.of(pm)).on(pm, plan.preparedAt());
    }
}
