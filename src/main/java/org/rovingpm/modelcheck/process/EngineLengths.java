package org.rovingpm.modelcheck.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.rovingpm.modelcheck.known.Lengths;
import org.springframework.stereotype.Component;

/**
 * Reads the lengths of columns where the engine itself makes its tables.
 *
 * <p>Relies on: the scripts in the engine of 7.24. With Operaton: the same, in other packages.
 */
@Component
class EngineLengths implements Lengths {

    private static final String SCRIPTS = "/org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";

    /** Where it keeps them: table and column. */
    private static final Map<Kept, String> COLUMNS = Map.ofEntries(
            Map.entry(Kept.PROCESS_ID, "ACT_RE_PROCDEF.KEY_"),
            Map.entry(Kept.PROCESS_NAME, "ACT_RE_PROCDEF.NAME_"),
            Map.entry(Kept.VERSION_TAG, "ACT_RE_PROCDEF.VERSION_TAG_"),
            Map.entry(Kept.NAMESPACE, "ACT_RE_PROCDEF.CATEGORY_"),
            Map.entry(Kept.STEP_ID, "ACT_HI_ACTINST.ACT_ID_"),
            Map.entry(Kept.STEP_NAME, "ACT_HI_ACTINST.ACT_NAME_"),
            Map.entry(Kept.TASK_NAME, "ACT_RU_TASK.NAME_"),
            Map.entry(Kept.TASK_DESCRIPTION, "ACT_RU_TASK.DESCRIPTION_"),
            Map.entry(Kept.ASSIGNEE, "ACT_RU_TASK.ASSIGNEE_"),
            Map.entry(Kept.CANDIDATE, "ACT_RU_IDENTITYLINK.GROUP_ID_"),
            Map.entry(Kept.EVENT_NAME, "ACT_RU_EVENT_SUBSCR.EVENT_NAME_"),
            Map.entry(Kept.TIMER, "ACT_RU_JOBDEF.JOB_CONFIGURATION_"),
            Map.entry(Kept.TOPIC, "ACT_RU_EXT_TASK.TOPIC_NAME_"),
            Map.entry(Kept.VARIABLE_NAME, "ACT_RU_VARIABLE.NAME_"),
            Map.entry(Kept.VARIABLE_TEXT, "ACT_RU_VARIABLE.TEXT_"),
            Map.entry(Kept.DECISION_ID, "ACT_RE_DECISION_DEF.KEY_"),
            Map.entry(Kept.DECISION_NAME, "ACT_RE_DECISION_DEF.NAME_"),
            Map.entry(Kept.DIAGRAM_ID, "ACT_RE_DECISION_REQ_DEF.KEY_"),
            Map.entry(Kept.DIAGRAM_NAME, "ACT_RE_DECISION_REQ_DEF.NAME_"),
            Map.entry(Kept.FORM_ID, "ACT_RE_CAMFORMDEF.KEY_"),
            Map.entry(Kept.FILE_NAME, "ACT_GE_BYTEARRAY.NAME_"),
            Map.entry(Kept.DEPLOYMENT_NAME, "ACT_RE_DEPLOYMENT.NAME_"));

    private final Map<Kept, Integer> lengths = new EnumMap<>(Kept.class);

    EngineLengths() {
        String scripts = Arrays.stream(new String[] {"engine", "history", "decision.engine"})
                .map(EngineLengths::script)
                .collect(Collectors.joining("\n"));
        for (Kept kept : Kept.values()) {
            String[] place = COLUMNS.get(kept).split("\\.");
            Matcher column = Pattern.compile(
                            "create table %s\\s*\\((?:(?!create table).)*?\\b%s\\s+varchar\\s*\\((\\d+)\\)"
                                    .formatted(place[0], place[1]),
                            Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                    .matcher(scripts);
            if (!column.find()) {
                throw new IllegalStateException("The engine has no column " + COLUMNS.get(kept));
            }
            lengths.put(kept, Integer.valueOf(column.group(1)));
        }
    }

    @Override
    public int most(Kept kept) {
        return lengths.get(kept);
    }

    private static String script(String name) {
        try (InputStream script = ProcessEngine.class.getResourceAsStream(SCRIPTS.formatted(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
