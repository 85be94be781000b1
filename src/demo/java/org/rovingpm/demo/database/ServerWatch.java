package org.rovingpm.demo.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server again where it has ended by itself: killed, or because its disk was full. Tries until it is there, so that it
 * comes back by itself once there is room again.
 */
final class ServerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration TELL = Duration.ofMinutes(1);

    private final PostgresServer server;
    private final int port;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread watch = new Thread(work, "database watch");
        watch.setDaemon(true);
        return watch;
    });
    private boolean away;
    private long told = System.nanoTime() - TELL.toNanos();

    /** @param port the one that the application knows */
    ServerWatch(PostgresServer server, int port) {
        this.server = server;
        this.port = port;
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (!server.isRunning()) {
                if (!away) {
                    LOG.warn("The database has ended by itself: starting it again…");
                    away = true;
                }
                server.start(port);
                LOG.info("The database is there again.");
                away = false;
            }
        } catch (IOException | RuntimeException failure) {
            if (System.nanoTime() - told >= TELL.toNanos()) {
                LOG.error("The database cannot be started and will be tried again: {}", failure.getMessage());
                told = System.nanoTime();
            }
        }
    }

    /** Waits for a start that is under way. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.MINUTES)) {
                LOG.warn("The database is still being started.");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
