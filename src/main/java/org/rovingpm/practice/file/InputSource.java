package org.rovingpm.practice.file;

import org.rovingpm.submission.Refusal;

/** Where a register is read from; it also words why the register is refused. Its text is its name. */
public interface InputSource {

    /** @param reason continues "The register was not loaded: " */
    Refusal refused(String reason, Object... values);
}
