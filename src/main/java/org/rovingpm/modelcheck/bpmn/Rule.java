package org.rovingpm.modelcheck.bpmn;

import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;

/** A rule for processes. */
interface Rule {

    void check(BpmnFile file, SubmittedFiles all, Findings to);
}
