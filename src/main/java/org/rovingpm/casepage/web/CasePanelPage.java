package org.rovingpm.casepage.web;

import java.util.List;
import org.rovingpm.casepage.CaseAccess;
import org.rovingpm.casepage.CaseTasks;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Office;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The case panel that Tasklist shows beside a form, as part of a page. People who may see the case get all of it.
 * People who may only do the task get the outline. Anybody else, and anybody with an interest in the practice, gets
 * nothing.
 */
@Controller
class CasePanelPage {

    private final CaseTasks tasks;
    private final CaseAccess access;
    private final CasePanel panel;

    CasePanelPage(CaseTasks tasks, CaseAccess access, CasePanel panel) {
        this.tasks = tasks;
        this.access = access;
        this.panel = panel;
    }

    @GetMapping("/api/cases/case-panel")
    String show(@RequestParam String task, Authentication person, Model model) {
        CaseReference reference = tasks.caseOf(task).orElseThrow(Admission::notFound);
        List<String> groups = Admission.groupsOf(person);
        if (access.maySee(person.getName(), groups, reference)) {
            model.addAllAttributes(panel.of(new Admitted(person.getName(), Office.includes(groups), reference)));
        } else if (tasks.mayDo(task, person.getName(), groups) && !access.isHiddenFrom(person.getName(), reference)) {
            model.addAllAttributes(panel.outlineOf(reference));
        } else {
            throw Admission.notFound();
        }
        return "casepage/case-panel";
    }
}
