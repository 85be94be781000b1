package org.rovingpm.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk of the database: a small file system in memory of its own, where whoever runs this may mount one. Elsewhere it is the usual
 * disk, which is not filled.
 */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "1200m";
    private static final int STEP = 1 << 20;

    private final Path folder;
    private final boolean small;

    private SmallDisk(Path folder, boolean small) {
        this.folder = folder;
        this.small = small;
    }

    static SmallDisk in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new SmallDisk(
                folder, run("mount", "-t", "tmpfs", "-o", "size=" + SIZE + ",mode=755", "tmpfs", folder.toString()));
    }

    Path folder() {
        return folder;
    }

    boolean isSmall() {
        return small;
    }

    /** Takes all room that is left. */
    void fill() {
        try (OutputStream all = Files.newOutputStream(filling())) {
            byte[] zeros = new byte[STEP];
            for (long room = Files.getFileStore(folder).getUsableSpace(); room > 0; room -= STEP) {
                all.write(zeros, 0, (int) Math.min(STEP, room));
            }
        } catch (IOException full) {
            System.out.println("The disk is full: " + full.getMessage());
        }
    }

    void empty() {
        try {
            Files.deleteIfExists(filling());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path filling() {
        return folder.resolve("filling");
    }

    @Override
    public void close() {
        if (small) {
            run("umount", folder.toString());
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
