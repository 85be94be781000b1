package org.rovingpm.benchmark;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.rovingpm.access.Browser;
import org.rovingpm.access.TestPeople;
import org.rovingpm.benchmark.data.PeopleAndPractices;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.StuckCaseFilter;
import org.rovingpm.stuck.StuckCases;
import org.rovingpm.stuck.StuckNumbers;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;

/** What is stuck, as its page, its API and monitoring ask for it, and what Cockpit's tabs and heat map ask. */
final class StuckLists implements Subject {

    private static final int OFTEN = 30;
    private static final double BOUND = 200;
    private static final double COUNT = 2_000;

    @Override
    public void measure(Application application, BenchmarkTable table) {
        StuckCases stuckCases = application.bean(StuckCases.class);
        Viewer manager = new Viewer(PeopleAndPractices.SERVICE_MANAGER, Set.of("service-manager"));
        int all = stuckCases.count(CaseReader.APPLICATION).stream()
                .mapToInt(StuckCases.Count::things)
                .sum();
        table.times(
                "Stuck cases, the first 50 of %,d".formatted(all),
                Times.of(OFTEN, () -> stuckCases.of(manager, StuckCaseFilter.EVERYTHING, 0, 51)),
                BOUND);
        table.times(
                "Stuck cases, the last that are listed",
                Times.of(OFTEN, () -> stuckCases.of(manager, StuckCaseFilter.EVERYTHING, StuckCases.MOST - 50, 50)),
                BOUND);
        StuckNumbers numbers = application.bean(StuckNumbers.class);
        table.times(
                "Gauges of the stuck cases, all of one scrape",
                Times.of(OFTEN, () -> Arrays.stream(Cause.values())
                        .forEach(cause -> Arrays.stream(Rag.values()).forEach(rag -> numbers.of(cause, rag)))),
                BOUND);
        table.times(
                "their count, at most every 15 s",
                Times.of(OFTEN, () -> stuckCases.count(CaseReader.APPLICATION)),
                COUNT);
        Browser browser = new Browser(application.port());
        browser.signIn(PeopleAndPractices.SERVICE_MANAGER, TestPeople.PASSWORD);
        page(browser, table, "Page of the stuck cases", List.of("/stuck"));
        page(browser, table, "Page of the stuck cases of a PM, by name", List.of("/stuck?pm=PM+7"));
        page(browser, table, "Page of the stuck cases, by practice", List.of("/stuck?q=Practice+B00"));
        page(browser, table, "Stuck cases on Cockpit's dashboard", List.of("/api/stuck?limit=25"));
        List<String> instances = application.jdbc().sql("""
                select proc_inst_id_ from act_hi_procinst where proc_def_key_ = 'support-case' order by md5(proc_inst_id_) limit 35""").query(String.class).list();
        page(
                browser,
                table,
                "Tab “Case timeline”",
                instances.stream()
                        .map(id -> "/api/instances/" + id + "/timeline")
                        .toList());
        page(
                browser,
                table,
                "Tab “History”",
                instances.stream()
                        .map(id -> "/api/instances/" + id + "/history")
                        .toList());
        for (String process : List.of(SupportCaseProcess.KEY, WeeklyCheckInProcess.KEY)) {
            String definition = application
                    .jdbc()
                    .sql("select id_ from act_re_procdef where key_ = :key order by version_ desc limit 1")
                    .param("key", process)
                    .query(String.class)
                    .single();
            page(
                    browser,
                    table,
                    "Heat map of “%s”".formatted(process),
                    List.of("/api/definitions/" + definition + "/heat"));
        }
    }

    private static void page(Browser browser, BenchmarkTable table, String what, List<String> addresses) {
        Times times = addresses.size() == 1
                ? Times.of(OFTEN, () -> open(browser, addresses.get(0)))
                : Times.of(addresses, 5, address -> open(browser, address));
        table.times(what, times, BOUND);
    }

    private static void open(Browser browser, String address) {
        HttpResponse<String> answer = browser.get(address);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s answered %d".formatted(address.replaceAll("[0-9a-f]{8}-.*", "…"), answer.statusCode()));
        }
    }
}
