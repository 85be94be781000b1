package org.rovingpm.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningJobsTest {

    private final RunningJobs running = new RunningJobs();

    @Test
    void countsJobsFromWhenTheyAreFetchedUntilTheyAreDoneAlsoWhereTheyFail() {
        List<String> fetched = new ArrayList<>(List.of("one", "two"));
        Runnable work = running.counted(fetched, () -> {
            fetched.clear();
            assertThat(running.ids()).containsExactlyInAnyOrder("one", "two");
            throw new IllegalStateException("It fails.");
        });
        assertThat(running.ids()).hasSize(2);
        assertThatThrownBy(work::run).hasMessage("It fails.");
        assertThat(running.ids()).isEmpty();
    }

    @Test
    void aJobThatIsFetchedAgainBeforeTheFirstIsDoneStaysCounted() {
        Runnable again =
                running.counted(List.of("one"), () -> assertThat(running.ids()).containsExactly("one"));
        running.counted(List.of("one"), () -> {}).run();
        again.run();
        assertThat(running.ids()).isEmpty();
    }
}
