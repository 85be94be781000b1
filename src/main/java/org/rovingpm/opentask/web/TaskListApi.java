package org.rovingpm.opentask.web;

import java.util.List;
import org.rovingpm.opentask.TaskListCounts;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The numbers beside Tasklist's lists, all in one answer: Tasklist itself counts the list alone that is open. */
@RestController
class TaskListApi {

    private final TaskListCounts counts;

    TaskListApi(TaskListCounts counts) {
        this.counts = counts;
    }

    @GetMapping("/api/task-lists")
    List<TaskListCounts.Counted> lists(Authentication person) {
        return counts.of(
                person.getName(),
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }
}
