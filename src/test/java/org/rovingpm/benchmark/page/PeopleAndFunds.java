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

/** The lists of PMs and funds, a PM and a fund, as the browser of a service manager asks for them. */
public final class PeopleAndFunds implements Subject {

    private static final int OFTEN = 20;
    private static final double SOON = 100;

    private static final List<String> PAGES = List.of(
            "/people",
            "/people?q=pm+17",
            "/people?sort=NEXT_FREE",
            "/people?sort=REPORT&status=ALL",
            "/people?free=true&expiring=true",
            "/people/pm-00017",
            "/funds",
            "/funds/FUND-02",
            "/funds/FUND-02?page=400");

    @Override
    public void measure(Application application, BenchmarkTable table) {
        Browser manager = new Browser(application.port());
        manager.signIn(PeopleAndPractices.SERVICE_MANAGER, TestPeople.PASSWORD);
        PAGES.forEach(page -> table.times("Page " + page, Times.of(OFTEN, () -> open(manager, page)), SOON));
    }

    private static void open(Browser browser, String address) {
        HttpResponse<String> answer = browser.get(address);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answered %d".formatted(address, answer.statusCode()));
        }
    }
}
