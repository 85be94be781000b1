package org.rovingpm.casepage.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.casepage.CaseAccess;
import org.rovingpm.casepage.CaseTasks;
import org.rovingpm.casepage.NextStep;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist says after a form has been sent: what came of it and what is next. Whoever may not see the case is told nothing. */
@RestController
class NextStepApi {

    private final CaseTasks tasks;
    private final CaseAccess access;
    private final NextStep nextStep;

    NextStepApi(CaseTasks tasks, CaseAccess access, NextStep nextStep) {
        this.tasks = tasks;
        this.access = access;
        this.nextStep = nextStep;
    }

    /**
     * @param task      id of the task that has been done; empty where a process has been started
     * @param reference of the case of that process
     */
    @GetMapping("/api/cases/next-step")
    ResponseEntity<Map<String, Object>> after(
            @RequestParam(defaultValue = "") String task,
            @RequestParam(name = "case", defaultValue = "") String reference,
            Authentication person) {
        Optional<CaseReference> found = task.isEmpty() ? CaseReference.read(reference) : tasks.caseOfDone(task);
        List<String> groups = Admission.groupsOf(person);
        CaseReference seen = found.filter(one -> access.maySee(person.getName(), groups, one))
                .orElseThrow(Admission::notFound);
        NextStep.Outcome outcome = nextStep.after(seen, person.getName());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of(
                        "sentence", outcome.sentence(),
                        "onItsWay", outcome.onItsWay(),
                        "page", "/cases/" + seen));
    }
}
