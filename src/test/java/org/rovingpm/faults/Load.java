package org.rovingpm.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rovingpm.funding.FundChangeProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.dao.DataAccessException;

/**
 * People at work on both instances: coordinators take requests for help, and a service manager adds money to a fund; and weeks end. Each
 * piece of work has words that no other has. Nobody tries again what failed, so that whatever is there twice was doubled by the application.
 */
final class Load implements AutoCloseable {

    /** What somebody was told of a piece of work. */
    enum Answer {
        DONE,
        REFUSED,
        UNKNOWN
    }

    private static final int PEOPLE = 4;
    private static final int BETWEEN_MILLIS = 300;
    private static final String PASSWORD = "RovingPM-demo-1";

    private final List<Instance> instances;
    private final Queue<String> practices;
    private final String fund;
    private final Weeks weeks;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Answer> money = new ConcurrentHashMap<>();
    private final Map<String, Answer> requests = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);

    Load(List<Instance> instances, Server server) {
        this.instances = instances;
        this.weeks = new Weeks(server);
        this.practices = new ConcurrentLinkedQueue<>(
                server.jdbc().sql("""
                select ods_code from practice where status = 'ACTIVE' and in_scheme and ods_code not in (
                    select cp.ods_code from case_practice cp join support_case c on c.reference = cp.case_reference
                    where c.closed_at is null) order by ods_code""").query(String.class).list());
        this.fund = server.jdbc()
                .sql("select code from fund where closes_on is null or closes_on > current_date order by code limit 1")
                .query(String.class)
                .single();
    }

    void begin() {
        for (int person = 0; person < PEOPLE; person++) {
            ScheduledFuture<?> unused =
                    people.scheduleWithFixedDelay(this::work, person * 100L, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** By the words of each: what whoever did it was told. */
    Map<String, Answer> money() {
        return money;
    }

    /** By the words of each: what whoever did it was told. */
    Map<String, Answer> requests() {
        return requests;
    }

    Weeks weeks() {
        return weeks;
    }

    long count(Answer answer) {
        return money.values().stream().filter(answer::equals).count()
                + requests.values().stream().filter(answer::equals).count();
    }

    private void work() {
        int at = number.incrementAndGet();
        if (at % 5 == 0) {
            endAWeek();
            return;
        }
        Instance instance = instances.get(at % instances.size());
        String practice = at % 4 == 0 ? practices.poll() : null;
        String words = "Piece of work number " + at;
        if (practice == null) {
            money.put(words, post(instance, "manager", FundChangeProcess.KEY, """
                {"variables": {"code": {"value": "%s"}, "amount": {"value": 1.00, "type": "Double"}, "note": {"value": "%s"}}}""".formatted(fund, words)));
        } else {
            requests.put(words, post(instance, "coordinator", SupportCaseProcess.KEY, """
                {"variables": {"odsCode": {"value": "%s"}, "contactName": {"value": "Test Contact"}, "contactRole": {"value": "Partner"},
                 "contactEmail": {"value": "contact@example.org"}, "helpKinds": {"value": "[\\"CQC\\"]", "type": "Json"},
                 "whatHappened": {"value": "%s"}, "since": {"value": "2026-01-05"}, "cqcRating": {"value": "GOOD"}}}""".formatted(practice, words)));
        }
    }

    private void endAWeek() {
        try {
            weeks.next();
        } catch (DataAccessException away) {
            // Time passes again when there is a database
        }
    }

    private Answer post(Instance instance, String person, String process, String form) {
        String login = Base64.getEncoder().encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            int status = client.send(
                            HttpRequest.newBuilder(URI.create(instance.address()
                                            + "/engine-rest/process-definition/key/" + process + "/submit-form"))
                                    .timeout(Duration.ofSeconds(45))
                                    .header("Content-Type", "application/json")
                                    .header("Authorization", "Basic " + login)
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status < 300 ? Answer.DONE : status < 500 ? Answer.REFUSED : Answer.UNKNOWN;
        } catch (IOException | RuntimeException away) {
            return Answer.UNKNOWN;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return Answer.UNKNOWN;
        }
    }

    /** Lets everybody finish what they are doing. */
    @Override
    public void close() {
        people.shutdown();
        try {
            if (!people.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Somebody is still waiting for an answer");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
