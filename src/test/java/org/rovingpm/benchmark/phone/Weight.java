package org.rovingpm.benchmark.phone;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.rovingpm.access.TestPeople;
import org.rovingpm.benchmark.Application;
import org.rovingpm.benchmark.BenchmarkTable;
import org.rovingpm.benchmark.BenchmarkTable.Bound;
import org.rovingpm.benchmark.Subject;
import org.rovingpm.benchmark.Times;
import org.rovingpm.benchmark.data.PeopleAndPractices;
import org.rovingpm.fixture.Chromium;

/**
 * How long people wait on a phone: 1.6 Mbit/s, 150 ms to and fro, a processor four times slower. Each time with nothing kept at
 * first, and beside a Tasklist as it comes with as many tasks.
 */
public final class Weight implements Subject {

    private static final double BYTES_A_SECOND = 1_600_000 / 8.0;
    private static final double MILLISECONDS = 150;
    private static final double SLOWER = 4;

    private static final double TIMES_STOCK = 1.2;
    private static final double PUBLIC = 0.7;

    private static final String FIRST_CARD = ".tasks-list .task";

    /** Seconds from the sign-in page to the first card, and from a reload to the first card. */
    private record Waits(double first, double again) {}

    @Override
    public void measure(Application application, BenchmarkTable table) {
        try (Chromium chromium = new Chromium()) {
            Waits ours = ofTasklist(
                    table,
                    "Tasklist",
                    chromium.page(application.port(), new Browser.NewContextOptions()),
                    "/sign-in",
                    PeopleAndPractices.COORDINATOR,
                    TestPeople.PASSWORD);
            Waits stock = ofStock(application, chromium, table);
            table.number(
                    "On a phone: first opening, times a Tasklist as it comes",
                    ours.first() / stock.first(),
                    "times",
                    Bound.AT_MOST,
                    TIMES_STOCK);
            table.number(
                    "On a phone: opened again, times a Tasklist as it comes",
                    ours.again() / stock.again(),
                    "times",
                    Bound.AT_MOST,
                    TIMES_STOCK);
            publicPages(table, chromium.page(application.port(), new Browser.NewContextOptions()));
        }
    }

    private static Waits ofStock(Application application, Chromium chromium, BenchmarkTable table) {
        long tasks = application.engine().getTaskService().createTaskQuery().count();
        try (StockServer stock = StockServer.on(application.server(), tasks)) {
            return ofTasklist(
                    table,
                    "a Tasklist as it comes",
                    chromium.page(URI.create(stock.address()).getPort(), new Browser.NewContextOptions()),
                    "/camunda/app/tasklist/default/",
                    StockTasklist.PERSON,
                    StockTasklist.PERSON);
        }
    }

    private static Waits ofTasklist(
            BenchmarkTable table, String what, Page page, String signIn, String person, String password) {
        AtomicLong bytes = limit(page);
        double first = seconds(
                table, "On a phone: %s, from opening the sign-in page to the first card".formatted(what), bytes, () -> {
                    page.navigate(signIn);
                    page.fill("input[type=text]", person);
                    page.fill("input[type=password]", password);
                    page.click("[type=submit]");
                    page.waitForSelector(FIRST_CARD);
                });
        double again = seconds(table, "On a phone: %s, opened again".formatted(what), bytes, () -> {
            page.reload();
            page.waitForSelector(FIRST_CARD);
        });
        return new Waits(first, again);
    }

    private static void publicPages(BenchmarkTable table, Page visitor) {
        AtomicLong bytes = limit(visitor);
        for (String address : new String[] {"/request-help", "/request-help/practice"}) {
            double seconds = Times.milliseconds(() -> visitor.navigate(address)) / 1000;
            table.number(
                    "On a phone: %s (%,d KB in all)".formatted(address, bytes.get() / 1000),
                    seconds,
                    "s",
                    Bound.AT_MOST,
                    PUBLIC);
        }
    }

    private static double seconds(BenchmarkTable table, String what, AtomicLong bytes, Runnable action) {
        long before = bytes.get();
        double seconds = Times.milliseconds(action) / 1000;
        table.number("%s (%,d KB moved)".formatted(what, (bytes.get() - before) / 1000), seconds, "s");
        return seconds;
    }

    /** @return counts the bytes that come over the line from now on */
    private static AtomicLong limit(Page page) {
        CDPSession chromium = page.context().newCDPSession(page);
        AtomicLong bytes = new AtomicLong();
        chromium.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        chromium.send("Network.enable");
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", MILLISECONDS);
        network.addProperty("downloadThroughput", BYTES_A_SECOND);
        network.addProperty("uploadThroughput", BYTES_A_SECOND);
        chromium.send("Network.emulateNetworkConditions", network);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        chromium.send("Emulation.setCPUThrottlingRate", processor);
        return bytes;
    }
}
