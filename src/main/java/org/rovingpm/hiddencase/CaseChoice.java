package org.rovingpm.hiddencase;

/** An open case as it is chosen from a list. */
public record CaseChoice(String reference, String practices) {

    public String label() {
        return "%s (%s)".formatted(practices, reference);
    }
}
