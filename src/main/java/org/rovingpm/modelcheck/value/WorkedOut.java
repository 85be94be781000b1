package org.rovingpm.modelcheck.value;

/** When the engine works a value out, and so what of a case is known then. */
public enum WorkedOut {
    /** Without any case. */
    AT_DEPLOYMENT,
    /** When a case comes to the step, before its inputs. */
    ON_ARRIVAL,
    /** When a case is at the step. */
    AT_STEP,
    /** When the step is done. */
    ON_LEAVING,
    /** In the process that the step has called, when that has ended. */
    IN_CALLED
}
