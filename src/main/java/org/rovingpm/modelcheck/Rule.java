package org.rovingpm.modelcheck;

/** One subject that processes are held to. */
interface Rule {

    void check(BpmnFile file, Submitted all, Findings to);
}
