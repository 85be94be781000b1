package org.rovingpm.benchmark;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;
import org.rovingpm.access.TestPeople;
import org.rovingpm.benchmark.BenchmarkTable.Bound;
import org.rovingpm.benchmark.data.PeopleAndPractices;
import org.rovingpm.fixture.Chromium;

/** How long people wait on a phone: 1.6 Mbit/s, 150 ms to and fro, a processor four times slower. Each time with nothing kept at first. */
final class Weight implements Subject {

    private static final double BYTES_A_SECOND = 1_600_000 / 8.0;
    private static final double MILLISECONDS = 150;
    private static final double SLOWER = 4;

    private static final double FIRST = 9;
    private static final double AGAIN = 4;
    private static final double PUBLIC = 0.7;

    @Override
    public void measure(Application application, BenchmarkTable table) {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page(application.port(), new Browser.NewContextOptions());
            AtomicLong bytes = limit(page);
            page.navigate("/sign-in");
            page.fill("[name=username]", PeopleAndPractices.COORDINATOR);
            page.fill("[name=password]", TestPeople.PASSWORD);
            seconds(table, "On a phone: Tasklist, from signing in to the first card", bytes, FIRST, () -> {
                page.click("[type=submit]");
                page.waitForSelector(".tasks-list .task");
            });
            seconds(table, "On a phone: Tasklist, opened again", bytes, AGAIN, () -> {
                page.reload();
                page.waitForSelector(".tasks-list .task");
            });
            Page visitor = chromium.page(application.port(), new Browser.NewContextOptions());
            AtomicLong ofVisitor = limit(visitor);
            seconds(
                    table,
                    "On a phone: the first public page",
                    ofVisitor,
                    PUBLIC,
                    () -> visitor.navigate("/request-help"));
            seconds(
                    table,
                    "On a phone: the next public page",
                    ofVisitor,
                    PUBLIC,
                    () -> visitor.navigate("/request-help/practice"));
        }
    }

    private static void seconds(BenchmarkTable table, String what, AtomicLong bytes, double atMost, Runnable action) {
        long before = bytes.get();
        double seconds = Times.milliseconds(action) / 1000;
        table.number(
                "%s (%,d KB moved)".formatted(what, (bytes.get() - before) / 1000),
                seconds,
                "s",
                Bound.AT_MOST,
                atMost);
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
