package org.rovingpm.hiddencase.process;

import java.util.List;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.rovingpm.hiddencase.CaseReader;

/** Whom the engine takes for the reader. */
final class EngineReader {

    private EngineReader() {}

    /** @return the application itself where nobody is signed in to the engine */
    static CaseReader of(Authentication person) {
        return person == null || person.getUserId() == null
                ? CaseReader.APPLICATION
                : CaseReader.of(person.getUserId(), person.getGroupIds() == null ? List.of() : person.getGroupIds());
    }
}
