package org.rovingpm.engine.deployment;

import java.time.Instant;

/**
 * This version of the application brings a new model, decision or form that a manager has also changed. The manager's
 * version stays in force. Published at each start while this is so.
 *
 * @param file           such as "support-case.bpmn"
 * @param packagedBefore the content packaged when the manager changed it; null if it was not yet packaged
 * @param packagedSince  when that was put in force; null if it was not
 * @param managers       the content in force
 * @param packagedNow    the content packaged now, which is not in force
 */
public record UpgradeHeld(
        String file, byte[] packagedBefore, Instant packagedSince, byte[] managers, byte[] packagedNow) {}
