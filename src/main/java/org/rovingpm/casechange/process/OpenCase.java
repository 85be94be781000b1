package org.rovingpm.casechange.process;

import org.rovingpm.choice.Choice;

/** An open case, chosen by the names of its practices. */
final class OpenCase extends Choice {

    OpenCase(String reference, String practices) {
        super(reference, "%s (%s)".formatted(practices, reference), true);
    }
}
