package org.rovingpm.alert;

import java.util.Map;

/**
 * What the team is told.
 *
 * @param happened in a sentence
 * @param facts    label and value, in the order to show them
 * @param link     to the case; null where it is about none
 */
record Alert(String happened, Map<String, String> facts, String link) {}
