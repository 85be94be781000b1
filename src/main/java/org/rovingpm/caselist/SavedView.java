package org.rovingpm.caselist;

import org.rovingpm.access.Role;

/**
 * A view of the list that somebody has saved.
 *
 * @param owner      user id
 * @param shown      the part of the address that says which cases, and in which order
 * @param sharedWith the role whose members see it too; null for nobody
 */
public record SavedView(long id, String owner, String name, String shown, Role sharedWith) {}
