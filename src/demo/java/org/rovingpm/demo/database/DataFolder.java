package org.rovingpm.demo.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rovingpm.start.StartRefused;

/** The folder that the database is kept in, used by one application at a time. */
final class DataFolder implements AutoCloseable {

    // A lock of the operating system belongs to a process, and trying for it twice in one would release it
    private static final Set<Path> TAKEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder where it is missing. Refuses a folder that another application is using. */
    static DataFolder take(Path folder) {
        try {
            Path path = Files.createDirectories(folder).toRealPath();
            FileChannel lock = lock(path);
            if (lock == null) {
                throw new StartRefused(
                        "Roving PM is already running on the folder " + path + " (process " + owner(path) + ").",
                        "Stop that one first, or set ROVINGPM_DATA to another folder.");
            }
            Files.writeString(
                    ownerFile(path), Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(path, lock);
        } catch (IOException failure) {
            throw new StartRefused(
                    "The folder " + folder.toAbsolutePath() + " cannot be used: " + failure,
                    "Give this user the right to write there, or set ROVINGPM_DATA to another folder.");
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
            TAKEN_HERE.remove(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        if (!TAKEN_HERE.add(path)) {
            return null;
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null;
            return locked ? channel : null;
        } finally {
            if (!locked) {
                TAKEN_HERE.remove(path);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static String owner(Path path) throws IOException {
        return Files.exists(ownerFile(path)) ? Files.readString(ownerFile(path)) : "unknown";
    }

    // Not the locked file itself: on POSIX systems reading and closing that one would release its lock
    private static Path ownerFile(Path path) {
        return path.resolve("process");
    }
}
