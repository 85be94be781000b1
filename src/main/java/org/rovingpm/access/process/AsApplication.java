package org.rovingpm.access.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Asks the engine who people are, whoever it acts for at the moment. Only administrators may read other people's accounts there, but a
 * form names people to everybody who may do its task.
 */
final class AsApplication {

    private AsApplication() {}

    static <T> T ask(IdentityService identities, Supplier<T> question) {
        Authentication person = identities.getCurrentAuthentication();
        if (person == null) {
            return question.get();
        }
        identities.clearAuthentication();
        try {
            return question.get();
        } finally {
            identities.setAuthentication(person);
        }
    }
}
