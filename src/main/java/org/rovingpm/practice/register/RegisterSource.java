package org.rovingpm.practice.register;

import org.rovingpm.submission.Refusal;

/** Where a register comes from, which says why it cannot be taken over. Its text is its name. */
public interface RegisterSource {

    /** @param reason continues "The register was not loaded: " */
    Refusal refused(String reason, Object... values);
}
