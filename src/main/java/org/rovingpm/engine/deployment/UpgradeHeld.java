package org.rovingpm.engine.deployment;

import java.time.Instant;

/**
 * This version of the application brings another content of a model, decision or form that a manager has changed: the
 * manager's stays in force. Said at each start for as long as it is so.
 *
 * @param file           such as "support-case.bpmn"
 * @param packagedBefore what was packaged when the manager changed it; null where it was not yet packaged
 * @param packagedSince  when that was put in force; null where it was not
 * @param managers       what is in force
 * @param packagedNow    what is packaged now, and not in force
 */
public record UpgradeHeld(
        String file, byte[] packagedBefore, Instant packagedSince, byte[] managers, byte[] packagedNow) {}
