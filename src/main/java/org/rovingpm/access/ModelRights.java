package org.rovingpm.access;

import java.util.List;
import java.util.Set;

/** What processes give to roles, beyond what the code declares, by the groups that they name. */
public interface ModelRights {

    /** @param model a BPMN file; null where there is none */
    List<OfProcess> of(byte[] model);

    /**
     * What one process gives.
     *
     * @param id       of the process
     * @param name     as people know it
     * @param starters who may start it by its form
     * @param workers  who may see it wherever it runs, and do its tasks
     */
    record OfProcess(String id, String name, Set<Role> starters, Set<Role> workers) {}
}
