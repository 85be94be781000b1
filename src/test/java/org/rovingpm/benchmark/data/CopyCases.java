package org.rovingpm.benchmark.data;

import java.util.List;
import org.rovingpm.benchmark.Size;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies real cases, every row of theirs in our tables and the engine's, with new ids, numbers, practices and PMs. Set by
 * set: one statement a table. Copies of open cases stand up to a month in the past, of closed ones up to ten years; whole
 * weeks, so that a Friday stays one.
 */
final class CopyCases {

    private final JdbcClient jdbc;
    private final Size size;

    CopyCases(JdbcClient jdbc, Size size) {
        this.jdbc = jdbc;
        this.size = size;
    }

    void copy(List<CaseStory> stories) {
        jdbc.sql("create schema benchmark").update();
        // Neither triggers nor foreign keys: the rows are those of cases that kept both
        jdbc.sql("set session_replication_role = replica").update();
        jdbc.sql("set synchronous_commit = off").update();
        jdbc.sql("set maintenance_work_mem = '256MB'").update();
        tell(stories);
        number();
        List<CopiedTable> tables = CopiedTable.all(jdbc);
        tables.forEach(CopiedTable::keepRowsOfStories);
        tables.forEach(CopiedTable::copy);
        tables.forEach(CopiedTable::goOnCounting);
        settle();
        jdbc.sql("set session_replication_role = origin").update();
        jdbc.sql("drop schema benchmark cascade").update();
    }

    private void tell(List<CaseStory> stories) {
        jdbc.sql("""
                create table benchmark.story (stage text primary key, reference text, pm text, ods_code text, practice text, fund text,
                                              what text)""").update();
        for (int i = 0; i < stories.size(); i++) {
            CaseStory story = stories.get(i);
            jdbc.sql(
                            "insert into benchmark.story values (?, ?, ?, ?, ?, ?, (select what_happened from support_case where reference = ?))")
                    .params(
                            Stage.values()[i].name(),
                            story.reference(),
                            story.pm(),
                            story.practice().code().value(),
                            story.practice().name(),
                            CaseStory.FUND,
                            story.reference())
                    .update();
        }
        jdbc.sql("""
                create table benchmark.instance as
                select s.stage, i.proc_inst_id_ as id from act_hi_procinst i join benchmark.story s on s.reference = i.business_key_""").update();
    }

    private void number() {
        jdbc.sql("""
                create table benchmark.copy (n bigint primary key, stage text, reference text, pm text, ods_code text, practice text,
                                             fund text, rag text, weeks int, ago interval)""").update();
        int first = 1;
        for (boolean open : new boolean[] {true, false}) {
            int all = open ? size.open() : size.closed();
            int share = Stage.of(open).stream().mapToInt(Stage::share).sum();
            int sum = 0;
            for (Stage stage : Stage.of(open)) {
                int from = first + (int) ((long) all * sum / share);
                sum += stage.share();
                number(stage, from, first + (int) ((long) all * sum / share) - 1);
            }
            first += all;
        }
        jdbc.sql("analyze benchmark.copy").update();
    }

    private void number(Stage stage, int from, int to) {
        jdbc.sql("""
                insert into benchmark.copy
                select n, :stage, 'RPM-' || extract(year from current_date - weeks * 7) || '-' || (1000 + n), 'pm-' || lpad((1 + n % :working)::text, 5, '0'),
                       ods_code, 'Practice ' || ods_code, 'FUND-' || lpad((1 + n % :funds)::text, 2, '0'),
                       (array['RED', 'AMBER', 'AMBER', 'GREEN'])[1 + n % 4], weeks, make_interval(days => weeks * 7, mins => (n % 1440)::int)
                  from generate_series(:from, :to) n,
                       lateral (select 'B' || lpad((1 + n % :practices)::text, 5, '0') as ods_code,
                                       case when :open then n % 5 else n * 520 / :all end::int as weeks) facts""")
                .param("stage", stage.name())
                .param("working", size.workingPms())
                .param("funds", PeopleAndPractices.FUNDS)
                .param("from", (long) from)
                .param("to", (long) to)
                .param("practices", size.practices())
                .param("open", stage.open())
                .param("all", (long) (size.open() + size.closed()))
                .update();
    }

    /** What follows from all cases together. */
    private void settle() {
        jdbc.sql("update case_number set last = :last")
                .param("last", size.open() + size.closed() + 1000)
                .update();
        jdbc.sql("""
                update fund f set committed_in_all = m.committed_in_all
                  from (select fund_code, sum(committed + spent) as committed_in_all from case_money group by 1) m
                 where m.fund_code = f.code""").update();
        jdbc.sql("""
                update fund_spending f set spent = m.spent
                  from (select fund_code, hashtext(case_reference) & 15 as part, sum(spent) as spent from case_money group by 1, 2) m
                 where m.fund_code = f.fund_code and m.part = f.part""").update();
    }
}
