package org.rovingpm.opentask.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.rovingpm.contract.Contracts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to the triggers when an application starts. */
public final class KeepOpenTasksFixture {

    private KeepOpenTasksFixture() {}

    /** As if no version that keeps the table had ever started. */
    public static void removeTriggers(JdbcClient jdbc) {
        jdbc.sql("""
                select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger
                 where tgrelid::regclass::text like 'act_ru_%' and tgname like 'keep_%'""").query(String.class).list().forEach(drop -> jdbc.sql(drop).update());
    }

    public static void start(ProcessEngine engine, JdbcClient jdbc, Contracts contracts) {
        new KeepOpenTasks(jdbc, contracts).postProcessEngineBuild(engine);
    }
}
