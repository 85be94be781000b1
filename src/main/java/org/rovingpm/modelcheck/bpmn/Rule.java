package org.rovingpm.modelcheck.bpmn;

import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;

/** One subject that processes are held to. */
interface Rule {

    void check(BpmnFile file, SubmittedFiles all, Findings to);
}
