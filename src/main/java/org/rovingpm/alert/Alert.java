package org.rovingpm.alert;

import java.util.Map;

/**
 * An alert to the team.
 *
 * @param happened what happened, in a sentence
 * @param facts    labels and values, in the order shown
 * @param link     link to the case; null if it is about none
 */
record Alert(String happened, Map<String, String> facts, String link) {}
