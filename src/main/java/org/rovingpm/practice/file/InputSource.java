package org.rovingpm.practice.file;

import org.rovingpm.submission.Refusal;

/** What a register is read from, and why it is not applied. Its text is its name. */
public interface InputSource {

    /** @param reason continues "The register was not loaded: " */
    Refusal refused(String reason, Object... values);
}
