package org.rovingpm.casepage.web;

import java.util.List;
import org.rovingpm.casepage.CaseAccess;
import org.rovingpm.casepage.CaseTasks;
import org.rovingpm.casepage.web.Admission.Admitted;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Office;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The case of a task, as Tasklist shows it beside the form: a piece of a page. Whoever may see the case gets the whole;
 * whoever may do the task and no more, the outline; anybody else, and whoever has an interest in the practice, nothing.
 */
@Controller
class CasePanelPage {

    private final CaseTasks tasks;
    private final CaseAccess access;
    private final CasePanel glance;

    CasePanelPage(CaseTasks tasks, CaseAccess access, CasePanel glance) {
        this.tasks = tasks;
        this.access = access;
        this.glance = glance;
    }

    @GetMapping("/api/cases/case-panel")
    String show(@RequestParam String task, Authentication person, Model model) {
        CaseReference reference = tasks.caseOf(task).orElseThrow(Admission::notFound);
        List<String> groups = Admission.groupsOf(person);
        if (access.maySee(person.getName(), groups, reference)) {
            model.addAllAttributes(glance.of(new Admitted(person.getName(), Office.includes(groups), reference)));
        } else if (tasks.mayDo(task, person.getName(), groups) && !access.hasInterest(person.getName(), reference)) {
            model.addAllAttributes(glance.outlineOf(reference));
        } else {
            throw Admission.notFound();
        }
        return "casepage/case-panel";
    }
}
