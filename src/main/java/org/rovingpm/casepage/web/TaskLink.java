package org.rovingpm.casepage.web;

import java.util.List;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.opentask.TasksToDo;
import org.rovingpm.opentask.TasksToDo.TaskToDo;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where messages send people for a task of a case. What waits for the reader there is found when they follow the link: a message is
 * often older than its task, and its reader may have to sign in first.
 */
@Controller
class TaskLink {

    private static final String OF_TASK = "/camunda/app/tasklist/default/#/?task=";

    private final TasksToDo tasks;

    TaskLink(TasksToDo tasks) {
        this.tasks = tasks;
    }

    /** Opens the reader's only task there, and lists several. Where there is none it says so, whether or not there is such a case. */
    @GetMapping("/cases/{reference}/task")
    String open(@PathVariable("reference") String number, Authentication person, Model model) {
        CaseReference reference = CaseReference.read(number).orElseThrow(Admission::notFound);
        List<TaskToDo> found = tasks.of(reference, person.getName(), Admission.groupsOf(person));
        if (found.size() == 1) {
            return "redirect:" + OF_TASK + found.get(0).id();
        }
        model.addAttribute("reference", reference);
        model.addAttribute("tasks", found);
        return "casepage/tasks";
    }
}
