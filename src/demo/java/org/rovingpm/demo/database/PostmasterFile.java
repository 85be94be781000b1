package org.rovingpm.demo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The file in which a PostgreSQL server notes its process. It outlives a killed server, and after that its number may
 * belong to any process.
 *
 * @param cluster the server's data directory
 */
record PostmasterFile(Path cluster) {

    /** @return the server that is running on the data directory; empty if none is */
    Optional<ProcessHandle> runningServer() throws IOException {
        return namedProcess().filter(this::isServerOfThisCluster);
    }

    /**
     * Removes the file where it cannot be right: it names a living process that is no server of this data directory, or
     * none at all. A dead one is left to PostgreSQL, which makes sure that nothing of that server lives on.
     */
    boolean removeIfWrong() throws IOException {
        if (!Files.exists(file())
                || runningServer().isPresent()
                || number().isPresent() && namedProcess().isEmpty()) {
            return false;
        }
        Files.delete(file());
        return true;
    }

    private Optional<ProcessHandle> namedProcess() throws IOException {
        return number().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    private Optional<Long> number() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        return Files.readAllLines(file()).stream()
                .limit(1)
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private boolean isServerOfThisCluster(ProcessHandle process) {
        boolean postgres = process.info()
                .command()
                .map(Path::of)
                .map(command -> command.getFileName().toString().equals("postgres"))
                .orElse(false);
        return postgres && (worksIn(process) || isStartedOn(process));
    }

    // Linux only, and right even where the folder was renamed after the server had started
    private boolean worksIn(ProcessHandle process) {
        return isCluster(Path.of("/proc", Long.toString(process.pid()), "cwd"));
    }

    private boolean isStartedOn(ProcessHandle process) {
        List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
        int option = arguments.indexOf("-D");
        return option >= 0 && option + 1 < arguments.size() && isCluster(Path.of(arguments.get(option + 1)));
    }

    private boolean isCluster(Path directory) {
        try {
            return Files.exists(directory) && Files.isSameFile(directory, cluster);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}
