package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The application in a Java process of its own, as people start it, so that tests can stop and kill it. */
public final class RunningApplication implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Predicate<String> COMES_ALONG = entry -> entry.contains("/io/zonky/");
    private static final Predicate<String> TEST_CLASSES =
            entry -> entry.endsWith("test-classes") || entry.endsWith("test-classes/");

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();

    private RunningApplication(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of process " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** As {@code mvn spring-boot:run} starts it, with its database in the folder. Returns at once. */
    public static RunningApplication demonstration(Path data, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--spring.profiles.active=demo", "--rovingpm.data=" + data));
        all.addAll(Arrays.asList(arguments));
        return start(Map.of(), TEST_CLASSES, all);
    }

    /** As the packaged jar starts it: without the database that comes along. Returns at once. */
    public static RunningApplication packaged(String... arguments) {
        return packagedIn(Map.of(), arguments);
    }

    /** As {@link #packaged(String...)}, on a machine with these variables of the environment, such as {@code TZ}. */
    public static RunningApplication packagedIn(Map<String, String> environment, String... arguments) {
        return start(environment, TEST_CLASSES.or(COMES_ALONG), Arrays.asList(arguments));
    }

    /** Waits until the application is ready, at most ten minutes; where it is not, kills it and fails with its output. */
    /** As a container starts it: by this command, in this folder, with these settings. Returns at once. */
    public static RunningApplication contained(List<String> command, Path folder, Map<String, String> environment) {
        return start(command, folder, environment);
    }

    /** Waits until the application is ready, at most ten minutes; where it is not, kills it and fails with its output. */
    public RunningApplication awaitStart() {
        boolean ready = started.orTimeout(10, TimeUnit.MINUTES)
                .handle((start, failure) -> failure == null && start)
                .join();
        if (!ready) {
            process.destroyForcibly();
        }
        assertThat(ready)
                .as("the application starts; its output was:%n%s", output())
                .isTrue();
        return this;
    }

    /** Waits until the process has ended, at most five minutes. @return its exit code */
    public int awaitEnd() {
        return process.onExit().orTimeout(5, TimeUnit.MINUTES).join().exitValue();
    }

    /** Kills the process as {@code kill -9} does, and waits until it has gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the process to stop, as Ctrl-C does, and waits until it has. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    public String address() {
        return output.stream()
                .map(PORT::matcher)
                .filter(Matcher::find)
                .map(found -> "http://localhost:" + found.group(1))
                .findFirst()
                .orElseThrow();
    }

    public long processId() {
        return process.pid();
    }

    public String output() {
        return String.join("\n", output);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private static RunningApplication start(
            Map<String, String> environment, Predicate<String> leftOut, List<String> arguments) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(leftOut.negate())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                RovingPmApplication.class.getName(),
                "--server.port=0",
                "--spring.output.ansi.enabled=never"));
        command.addAll(arguments);
        return start(command, Path.of(""), environment);
    }

    private static RunningApplication start(List<String> command, Path folder, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ROVINGPM_"));
        builder.environment().putAll(environment);
        try {
            return new RunningApplication(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (line.contains("Started RovingPmApplication in")) {
                    started.complete(true);
                }
            }
        } catch (IOException ended) {
            output.add(ended.toString());
        }
        started.complete(false);
    }
}
