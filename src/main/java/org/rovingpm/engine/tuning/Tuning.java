package org.rovingpm.engine.tuning;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pieces of the engine's tuning are on. Set alike on all instances that share a database.
 *
 * @param enabled        whether any is; where not, the others do not count
 * @param timerBatches   timers that fall due together are done in one transaction ({@link TimerBatchExecutor})
 * @param readAhead      a step reads its process with two questions ({@link ReadAhead})
 * @param fastRights     the usual rights to a task are asked for first ({@link FastRightsCheck})
 * @param indexes        the engine's tables have the indexes that are used here, and no others ({@link EngineIndexes})
 */
@ConfigurationProperties(Tuning.PREFIX)
record Tuning(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean timerBatches,
        @DefaultValue("true") boolean readAhead,
        @DefaultValue("true") boolean fastRights,
        @DefaultValue("true") boolean indexes) {

    static final String PREFIX = "rovingpm.engine.tuning";

    Tuning {
        timerBatches &= enabled;
        readAhead &= enabled;
        fastRights &= enabled;
        indexes &= enabled;
    }
}
