package org.rovingpm.practice.register;

import org.rovingpm.submission.Refusal;

/** The source of a register, for refusals that say why it cannot be applied. Its text is its name. */
public interface RegisterSource {

    /** @param reason continues "The register was not loaded: " */
    Refusal refused(String reason, Object... values);
}
