package org.rovingpm.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.rovingpm.demo.database.EmbeddedDatabase;
import org.rovingpm.fixture.RunningApplication;

/** One running application, which is started again each time it was ended, and is asked twice a second whether it is ready. */
final class Instance implements AutoCloseable {

    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 500;

    private final String name;
    private final String[] arguments;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private volatile RunningApplication application;
    private volatile boolean ready;
    private long notReadySince;
    private volatile Duration longestAway = Duration.ZERO;
    private volatile Duration away = Duration.ZERO;

    Instance(String name, EmbeddedDatabase database, int databasePort, int mailPort) {
        this.name = name;
        this.arguments = new String[] {
            "--rovingpm.db.url=jdbc:postgresql://127.0.0.1:" + databasePort + "/rovingpm",
            "--rovingpm.db.user=" + database.user(),
            "--rovingpm.db.password=" + database.password(),
            // The database that comes along takes sixty connections in all
            "--rovingpm.db.pool.staff.connections=8",
            "--rovingpm.db.pool.visitors.connections=2",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + mailPort,
            "--rovingpm.message.from=Roving PM <scheme@example.org>"
        };
    }

    String name() {
        return name;
    }

    Instance start() {
        application = RunningApplication.demonstrationOn(arguments).awaitStart();
        notReadySince = System.nanoTime();
        ScheduledFuture<?> unused = looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** As a machine without current ends it. It is started again at once. */
    void kill() {
        application.kill();
        startAgain();
    }

    void stop() {
        application.stop();
        startAgain();
    }

    /** A start may fail while its database is away: whoever runs it starts it again. */
    private void startAgain() {
        application = RunningApplication.demonstrationOn(arguments).awaitStart();
    }

    String address() {
        return application.address();
    }

    /** @return whether it was ready again within three minutes */
    boolean awaitReady() {
        long end = System.nanoTime() + LONGEST_RECOVERY.toNanos();
        int readyInARow = 0;
        while (System.nanoTime() < end && readyInARow < 3) {
            Pause.of(Duration.ofMillis(LOOK_MILLIS));
            readyInARow = ready ? readyInARow + 1 : 0;
        }
        return readyInARow == 3;
    }

    /** The longest time for which it was not ready without a break. */
    Duration longestAway() {
        return longestAway;
    }

    /** For how long it was not ready, all together. */
    Duration away() {
        return away;
    }

    String output() {
        return application.output();
    }

    private void look() {
        boolean now = answers("/actuator/health/readiness");
        if (now && !ready) {
            Duration time = Duration.ofNanos(System.nanoTime() - notReadySince);
            away = away.plus(time);
            longestAway = time.compareTo(longestAway) > 0 ? time : longestAway;
        } else if (!now && ready) {
            notReadySince = System.nanoTime();
        }
        ready = now;
    }

    private boolean answers(String path) {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address() + path))
                                            .timeout(Duration.ofSeconds(6))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | RuntimeException away) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
        if (application != null) {
            application.close();
        }
    }
}
