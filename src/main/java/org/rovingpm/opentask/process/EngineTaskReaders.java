package org.rovingpm.opentask.process;

import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.rovingpm.opentask.TaskReader;
import org.rovingpm.opentask.TaskReaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads rights from the engine's own table, so that a list shows what the engine lets its reader open. Rights are only ever granted
 * there, to people, to groups, or to everybody ({@code *}).
 */
@Component
class EngineTaskReaders implements TaskReaders {

    private static final String GRANTED = """
        select resource_type_, resource_id_, perms_ from act_ru_authorization
         where (user_id_ in (:person, '*') or group_id_ = any (%s)) and resource_type_ in (:process, :task) and type_ <> 2""";

    private static final String OF_GROUPS = GRANTED.formatted(":groups");
    private static final String OF_ACCOUNT =
            GRANTED.formatted("array(select group_id_ from act_id_membership where user_id_ = :person)");

    private final JdbcClient jdbc;

    EngineTaskReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public TaskReader of(String person) {
        return read(person, jdbc.sql(OF_ACCOUNT));
    }

    @Override
    public TaskReader of(String person, Collection<String> groups) {
        return read(person, jdbc.sql(OF_GROUPS).param("groups", groups.toArray(String[]::new)));
    }

    private static TaskReader read(String person, JdbcClient.StatementSpec granted) {
        Set<String> processes = new HashSet<>();
        Set<String> tasks = new HashSet<>();
        Set<String> worked = new HashSet<>();
        Set<String> own = new HashSet<>();
        granted.param("person", person)
                .param("process", PROCESS_DEFINITION.resourceType())
                .param("task", TASK.resourceType())
                .query(row -> {
                    String id = row.getString("resource_id_");
                    int permissions = row.getInt("perms_");
                    if (row.getInt("resource_type_") == TASK.resourceType()) {
                        add(tasks, id, permissions, TaskPermissions.READ);
                        add(own, id, permissions, TaskPermissions.TASK_WORK);
                    } else {
                        add(processes, id, permissions, ProcessDefinitionPermissions.READ_TASK);
                        add(worked, id, permissions, ProcessDefinitionPermissions.TASK_WORK);
                    }
                });
        // The right to see any task is, here, the right to see those of every process
        everywhere(tasks, processes);
        everywhere(own, worked);
        return new TaskReader(person, processes, tasks, worked, own);
    }

    private static void add(Set<String> to, String id, int permissions, Permission needed) {
        if ((permissions & needed.getValue()) == needed.getValue()) {
            to.add(id);
        }
    }

    private static void everywhere(Set<String> tasks, Set<String> processes) {
        if (tasks.contains(TaskReader.EVERY_PROCESS)) {
            processes.add(TaskReader.EVERY_PROCESS);
        }
    }
}
