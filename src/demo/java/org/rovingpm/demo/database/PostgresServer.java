package org.rovingpm.demo.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on a data directory of ours. It listens on this machine only and asks everyone for a password.
 *
 * @param programs the folder whose {@code bin} holds PostgreSQL's programs
 * @param cluster  the data directory
 * @param log      the file that the server's messages go to
 */
record PostgresServer(Path programs, Path cluster, Path log) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String SECONDS_TO_WAIT = "120";

    /** Makes a new data directory with the superuser {@code postgres}, whose password is in the file. */
    void initialise(Path passwordFile) throws IOException {
        run(
                "initdb",
                "-D",
                cluster.toString(),
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }

    /** Starts the server, after stopping one that a killed run left behind. @return the port it listens on */
    int start() throws IOException {
        stopEarlier();
        int port = freePort();
        start(port);
        return port;
    }

    /** Whether a server is running on the data directory. */
    boolean isRunning() throws IOException {
        return new PostmasterFile(cluster).runningServer().isPresent();
    }

    /** Starts the server, where none is running. A lock that a dead one has left is removed where PostgreSQL would take it for a living one's. */
    void start(int port) throws IOException {
        new PostmasterFile(cluster).removeIfWrong();
        run(
                "pg_ctl",
                "start",
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                SECONDS_TO_WAIT,
                "-o",
                String.join(
                        " ",
                        "-p " + port,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=",
                        "-c max_connections=60",
                        "-c shared_buffers=128MB",
                        // Costs far more than it saves in queries as short as ours
                        "-c jit=off",
                        // The engine writes to many pages at once: each of them whole, once after a checkpoint
                        "-c wal_compression=on",
                        "-c log_checkpoints=off",
                        "-c timezone=UTC"));
    }

    /** Stops the server, ending what its clients are doing. */
    void stop() throws IOException {
        run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", SECONDS_TO_WAIT);
    }

    private void stopEarlier() throws IOException {
        PostmasterFile postmaster = new PostmasterFile(cluster);
        Optional<ProcessHandle> earlier = postmaster.runningServer();
        if (earlier.isPresent()) {
            LOG.info(
                    "Stopping the database server that an earlier run left behind (process {})…",
                    earlier.get().pid());
            stop();
        } else if (postmaster.removeIfWrong()) {
            LOG.info("Removed the database's lock, which names a process that is not its server.");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root, and here root can run it as nobody
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed: " + output.strip() + endOfLog());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", interrupted);
        }
    }

    private String endOfLog() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
