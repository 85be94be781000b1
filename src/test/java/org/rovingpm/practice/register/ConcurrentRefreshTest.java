package org.rovingpm.practice.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rovingpm.practice.register.RegisterText.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.practice.PracticeDatabase;

class ConcurrentRefreshTest {

    @TempDir
    private Path folder;

    @Test
    void instancesTakeTurnsWithTheRegister() {
        Path file = new RegisterText().row(practice("C84001", "FIRST SURGERY")).in(folder);
        try (PracticeDatabase database = new PracticeDatabase()) {
            assertThat(second(database, () -> database.refreshRegister.refresh(file, "QT1"))
                            .changes())
                    .isEmpty();
        }
    }

    @Test
    void instancesTakeTurnsWithThePositions() throws IOException {
        Path file = Files.writeString(folder.resolve("postcodes.csv"), "postcode,lat,lon\nNG7 2NR,52.95,-1.17");
        try (PracticeDatabase database = new PracticeDatabase()) {
            assertThat(second(database, () -> database.refreshPositions.refreshPostcodes(file))
                            .unchanged())
                    .isTrue();
        }
    }

    /** What the second instance to come gets, which begins before the first has committed. */
    private static <T> T second(PracticeDatabase database, Supplier<T> load) {
        CompletableFuture<T> second = database.transaction(() -> {
            T unused = load.get();
            CompletableFuture<T> other = CompletableFuture.supplyAsync(() -> database.transaction(load));
            await().atMost(Duration.ofSeconds(30)).until(() -> isSomeoneWaiting(database));
            return other;
        });
        return second.join();
    }

    private static boolean isSomeoneWaiting(PracticeDatabase database) {
        return database.jdbc
                        .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
