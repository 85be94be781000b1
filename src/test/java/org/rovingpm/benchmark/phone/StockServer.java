package org.rovingpm.benchmark.phone;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.benchmark.Server;
import org.rovingpm.fixture.RunningApplication;

/** Runs a {@link StockTasklist} with a database of its own. */
final class StockServer implements AutoCloseable {

    private static final String DATABASE = "stock";

    private final RunningApplication application;

    private StockServer(RunningApplication application) {
        this.application = application;
    }

    /** Starts one with so many tasks, on loopback. Returns when it answers. */
    static StockServer on(Server server, long tasks) {
        server.jdbc()
                .sql("create database " + DATABASE + " owner " + Server.USER)
                .update();
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                StockTasklist.class.getName(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.compression.enabled=true",
                "--spring.output.ansi.enabled=never",
                "--spring.datasource.url=" + server.url(DATABASE),
                "--spring.datasource.username=" + Server.USER,
                "--spring.datasource.password=" + Server.USER,
                "--camunda.bpm.admin-user.id=" + StockTasklist.PERSON,
                "--camunda.bpm.admin-user.password=" + StockTasklist.PERSON,
                "--camunda.bpm.filter.create=All tasks",
                "--" + StockTasklist.TASKS + "=" + tasks);
        return new StockServer(
                RunningApplication.contained(command, Path.of(""), Map.of()).awaitStart());
    }

    String address() {
        return application.address();
    }

    @Override
    public void close() {
        application.close();
    }

    /** The libraries and that one class: where the others are, their plug-ins are found. */
    private static String classPath() {
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("roving-pm"))
                .collect(Collectors.joining(File.pathSeparator));
        return alone(StockTasklist.class) + File.pathSeparator + libraries;
    }

    private static Path alone(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        Path folder = Path.of("target", "stock-tasklist");
        try (InputStream content = type.getResourceAsStream("/" + file)) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
