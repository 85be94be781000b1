package org.rovingpm.engine.due;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** From when the deadline of a task is counted: from its creation, or from a later time that its module knows of. */
@Component
public class WorkStart {

    private final ObjectProvider<WorkBegins> begins;

    WorkStart(ObjectProvider<WorkBegins> begins) {
        this.begins = begins;
    }

    /**
     * @param step      id of the task in its process
     * @param reference of the case, as it is written; null outside cases
     */
    public Instant of(String step, String reference, Instant created) {
        return Stream.concat(
                        Stream.of(created),
                        begins.stream().map(one -> one.of(step, reference)).flatMap(Optional::stream))
                .max(Comparator.naturalOrder())
                .orElse(created);
    }
}
