package org.rovingpm.benchmark.page;

import java.net.http.HttpResponse;
import java.util.List;
import org.rovingpm.access.Browser;
import org.rovingpm.access.TestPeople;
import org.rovingpm.benchmark.Application;
import org.rovingpm.benchmark.BenchmarkTable;
import org.rovingpm.benchmark.Subject;
import org.rovingpm.benchmark.Times;
import org.rovingpm.benchmark.data.PeopleAndPractices;

/** The first page of a service manager and of a PM, and what has happened lately, as a browser asks for them. */
public final class Home implements Subject {

    private static final String PM = "pm-00017";
    private static final int OFTEN = 20;
    private static final double SOON = 100;

    @Override
    public void measure(Application application, BenchmarkTable table) {
        for (String person : List.of(PeopleAndPractices.SERVICE_MANAGER, PM)) {
            Browser browser = new Browser(application.port());
            browser.signIn(person, TestPeople.PASSWORD);
            for (String page : List.of("/", "/happened", "/happened?page=20")) {
                table.times("Home of %s: %s".formatted(person, page), Times.of(OFTEN, () -> open(browser, page)), SOON);
            }
        }
    }

    private static void open(Browser browser, String address) {
        HttpResponse<String> answer = browser.get(address);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answered %d".formatted(address, answer.statusCode()));
        }
    }
}
