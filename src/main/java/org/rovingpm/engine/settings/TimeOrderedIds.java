package org.rovingpm.engine.settings;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * Ids that grow with time (UUID version 7, RFC 9562): what is made together stands together in the database's indexes,
 * however large they have grown. The engine's own ids are spread all over them, so that each row costs a page of each index.
 */
class TimeOrderedIds implements IdGenerator {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public String getNextId() {
        return ids.generate().toString();
    }
}
