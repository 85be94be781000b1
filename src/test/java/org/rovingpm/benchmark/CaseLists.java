package org.rovingpm.benchmark;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rovingpm.access.Browser;
import org.rovingpm.access.TestPeople;
import org.rovingpm.benchmark.data.EarlierCases;
import org.rovingpm.benchmark.data.PeopleAndPractices;

/**
 * The list of cases as a browser asks for its page, by searches of every kind, filters and orders, and for its files. The setting
 * {@code benchmark.earlier-cases} adds so many closed cases to our tables alone.
 */
final class CaseLists implements Subject {

    private static final int OFTEN = 20;
    private static final double SOON = 100;
    private static final double FILE = 2_000;

    private static final List<String> TYPED = List.of(
            "RPM-2026-1500",
            "1500",
            "Practice B00017",
            "b00017",
            "Practise B00017",
            "Test Contact",
            "PM 17",
            "left at short notice",
            "\"notice\"",
            "xyzzyplugh");

    private static final List<String> VIEWS = List.of(
            "show=OPEN",
            "show=OPEN&page=40",
            "show=OPEN&sort=PRACTICE",
            "show=OPEN&sort=CHECK_IN",
            "show=OPEN&sort=RAG",
            "show=OPEN&sort=PM&descending=true",
            "show=OPEN&overdue=true",
            "show=OPEN&waiting=SERVICE_MANAGERS",
            "show=OPEN&waiting=PM&rag=RED",
            "show=OPEN&hold=true",
            "show=OPEN&confidential=true",
            "show=OPEN&stage=PLANNING&rag=AMBER",
            "show=CLOSED",
            "show=CLOSED&sort=PRACTICE",
            "show=CLOSED&help=FINANCES&rag=GREEN",
            "show=ALL&sort=RAG",
            "show=ALL&page=40");

    @Override
    public void measure(Application application, BenchmarkTable table) {
        int earlier = Integer.getInteger("benchmark.earlier-cases", 0);
        if (earlier > 0) {
            new EarlierCases(application.server().jdbc(), application.size()).add(earlier);
        }
        String rows = "%,d listed cases"
                .formatted(application
                        .jdbc()
                        .sql("select count(*) from listed_case")
                        .query(Long.class)
                        .single());
        Browser manager = new Browser(application.port());
        manager.signIn(PeopleAndPractices.SERVICE_MANAGER, TestPeople.PASSWORD);
        TYPED.forEach(typed -> table.times(
                "Finding “%s” in %s".formatted(typed, rows),
                Times.of(OFTEN, () -> open(manager, "/cases?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))),
                SOON));
        VIEWS.forEach(view ->
                table.times("List of cases: " + view, Times.of(OFTEN, () -> open(manager, "/cases?" + view)), SOON));
        for (String file : List.of("csv", "xlsx")) {
            table.times(
                    "5,000 cases as " + file, Times.of(5, () -> open(manager, "/cases." + file + "?show=ALL")), FILE);
        }
    }

    private static void open(Browser browser, String address) {
        HttpResponse<String> answer = browser.get(address);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answered %d".formatted(address, answer.statusCode()));
        }
    }
}
