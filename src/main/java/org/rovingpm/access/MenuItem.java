package org.rovingpm.access;

/** A page as the menu of staff shows it. */
public record MenuItem(String path, String label) {}
