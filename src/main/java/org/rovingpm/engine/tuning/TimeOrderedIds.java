package org.rovingpm.engine.tuning;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * Ids that grow with time (UUID version 7, RFC 9562): what is made together stands together in the database's indexes,
 * however large they have grown. The engine's own ids are spread all over them, so that each row costs a page of each index.
 *
 * <p>Relies on: an id of the engine being any text of up to 64 characters, and on the library of its own random ids
 * ({@code java-uuid-generator}). Ids of both kinds live side by side. With Operaton: {@code IdGenerator} is as it is; the
 * library must still be there, in a version that knows version 7.
 */
class TimeOrderedIds implements IdGenerator {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public String getNextId() {
        return ids.generate().toString();
    }
}
