package org.rovingpm.access;

import java.util.List;

/**
 * What one module has to open, and to whom. The rules of security, the menu, the page that people come to after signing in,
 * the task lists and the rights in the engine are all made from these. What no module names is denied.
 */
public interface ModuleAccess {

    default List<Page> pages() {
        return List.of();
    }

    default List<ProcessAccess> processes() {
        return List.of();
    }
}
