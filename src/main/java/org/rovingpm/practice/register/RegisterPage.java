package org.rovingpm.practice.register;

import java.util.List;

/**
 * A page of a list of the register's API.
 *
 * @param total how many organisations the whole list has; null if it does not say
 */
public record RegisterPage(List<Listed> organisations, Long total) {

    /** How many organisations a full page has: the most that the API gives. */
    public static final int SIZE = 1000;

    /**
     * An organisation in a list.
     *
     * @param changed when its entry was last changed: 2020-04-06
     */
    public record Listed(String code, String role, boolean active, String changed) {}
}
