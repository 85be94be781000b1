package org.rovingpm.modelcheck.process;

import org.rovingpm.modelcheck.known.Feel;

/** FEEL as the engine reads it, without an application. */
public final class EngineFeel {

    private EngineFeel() {}

    public static Feel create() {
        return new ScalaFeel();
    }
}
