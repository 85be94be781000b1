package org.rovingpm.demo.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.demo.DemoDocuments;
import org.rovingpm.demo.DemoSetup;
import org.rovingpm.demo.Stories;
import org.rovingpm.demo.Story;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demonstration data at the first start: when models, accounts and rights are in place, and before the first
 * request is answered and the job executor runs.
 */
@Component
@Profile("demo")
class DemoAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAtStart.class);

    private final DemoSetup setup;
    private final Stories stories;
    private final DemoRunner runner;
    private final DemoDocuments documents;
    private final Progress progress;
    private final TimeTravel time;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private boolean running;

    DemoAtStart(
            DemoSetup setup,
            Stories stories,
            DemoRunner runner,
            DemoDocuments documents,
            Progress progress,
            TimeTravel time,
            Clock clock,
            TransactionTemplate transaction) {
        this.setup = setup;
        this.stories = stories;
        this.runner = runner;
        this.documents = documents;
        this.progress = progress;
        this.time = time;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        running = true;
        if (!time.possible()) {
            LOG.info("No demonstration data: the clock cannot be set back.");
        } else if (!progress.made()) {
            make(clock.instant(), Integer.MAX_VALUE);
        }
    }

    /**
     * Makes what is missing.
     *
     * @param now       the moment up to which the stories are played
     * @param mostSteps after so many it stops, as if it had been killed
     * @return what could not be done
     */
    List<String> make(Instant now, int mostSteps) {
        if (progress.begun().isEmpty() && !begin(now)) {
            return List.of();
        }
        Instant begun = Instant.now();
        try (TimeTravel travel = time) {
            List<Story> played = stories.all(progress.begun().orElseThrow());
            List<String> problems = runner.play(played, now, mostSteps);
            problems.forEach(problem -> LOG.warn("A demonstration case stops early. {}", problem));
            if (mostSteps == Integer.MAX_VALUE) {
                transaction.executeWithoutResult(status -> {
                    documents.add();
                    progress.finish();
                });
                LOG.info(
                        "Made demonstration data: {} cases, in {} s.",
                        played.size(),
                        Duration.between(begun, Instant.now()).toSeconds());
            }
            return problems;
        }
    }

    private boolean begin(Instant now) {
        if (setup.inUse()) {
            LOG.info("No demonstration data: this database has PMs, funds or cases of its own.");
            return false;
        }
        LOG.info("Making demonstration data: an invented county, its practices, PMs and funds…");
        return Boolean.TRUE.equals(transaction.execute(status -> {
            DemoSetup.Made made = setUp(now);
            if (made.county()) {
                progress.begin(now);
            } else {
                progress.finish();
            }
            LOG.info("Made demonstration data: {}.", made.summary());
            return made.county();
        }));
    }

    private DemoSetup.Made setUp(Instant now) {
        time.to(now);
        try {
            return setup.make(LocalDate.ofInstant(now, clock.getZone()));
        } finally {
            time.close();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
