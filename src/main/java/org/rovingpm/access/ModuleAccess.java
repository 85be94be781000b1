package org.rovingpm.access;

import java.util.List;

/**
 * The pages and processes of one module and who may use them. Security rules, the menu, the page shown after signing in, task
 * lists and rights in the engine are all derived from these declarations. Whatever no module declares is denied.
 */
public interface ModuleAccess {

    default List<Page> pages() {
        return List.of();
    }

    default List<ProcessAccess> processes() {
        return List.of();
    }
}
