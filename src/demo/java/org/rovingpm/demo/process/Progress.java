package org.rovingpm.demo.process;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.rovingpm.demo.Story;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How far the demonstration data has come. Each note is written in the transaction of what it notes, so that a start
 * after a kill goes on exactly where the killed one stopped; of two starts at once, one fails and nothing is made twice.
 */
@Component
@Profile("demo")
class Progress {

    private static final String KEY = "rovingpm.demo";
    private static final String MADE = "made";

    private final ManagementService engine;

    Progress(ManagementService engine) {
        this.engine = engine;
    }

    /**
     * How far one story has come.
     *
     * @param reference its case
     * @param steps     how many steps have been done
     * @param at        when the last of them was done
     */
    record Chapter(String reference, int steps, Instant at) {

        private static Chapter read(String written) {
            String[] parts = written.split(" ");
            return new Chapter(parts[0], Integer.parseInt(parts[1]), Instant.parse(parts[2]));
        }

        private String written() {
            return reference + " " + steps + " " + at;
        }
    }

    /** @return the moment from which stories count back; empty before anything has been made */
    Optional<Instant> begun() {
        return Optional.ofNullable(engine.getProperties().get(KEY))
                .filter(value -> !MADE.equals(value))
                .map(Instant::parse);
    }

    boolean made() {
        return MADE.equals(engine.getProperties().get(KEY));
    }

    void begin(Instant now) {
        engine.setProperty(KEY, now.toString());
    }

    Optional<Chapter> of(Story story) {
        return Optional.ofNullable(engine.getProperties().get(key(story))).map(Chapter::read);
    }

    void note(Story story, Chapter chapter) {
        engine.setProperty(key(story), chapter.written());
    }

    void finish() {
        engine.setProperty(KEY, MADE);
        Map<String, String> notes = engine.getProperties();
        notes.keySet().stream().filter(name -> name.startsWith(KEY + ".")).forEach(engine::deleteProperty);
    }

    private static String key(Story story) {
        return KEY + "." + story.practice();
    }
}
