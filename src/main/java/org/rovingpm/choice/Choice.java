package org.rovingpm.choice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;

/**
 * One row of a list that people choose from. It is its code: two with the same code are equal, whatever their labels were
 * when they were read, and it is written as its code wherever values are written.
 */
public abstract class Choice {

    private final String code;
    private final String label;
    private final boolean inUse;

    /** @param inUse whether it is offered; one that is not still shows where it was chosen */
    protected Choice(String code, String label, boolean inUse) {
        this.code = code;
        this.label = label;
        this.inUse = inUse;
    }

    /** @return those that can still be chosen: what a form ticks that begins with an earlier choice */
    public static <T extends Choice> List<T> offeredOf(List<T> chosen) {
        return chosen.stream().filter(Choice::inUse).toList();
    }

    /**
     * For mapping rows: the list is read before them, and not again for each.
     *
     * @return the rows of these codes, each once, in the order of the list
     */
    public static <T extends Choice> List<T> of(List<T> list, Collection<String> codes) {
        return list.stream().filter(row -> codes.contains(row.code())).toList();
    }

    /** What is stored and submitted; stays as it is when the label changes. */
    @JsonValue
    public final String code() {
        return code;
    }

    /** What a person reads. */
    public final String label() {
        return label;
    }

    public final boolean inUse() {
        return inUse;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Choice choice && choice.getClass() == getClass() && choice.code.equals(code);
    }

    @Override
    public final int hashCode() {
        return code.hashCode();
    }

    @Override
    public final String toString() {
        return code;
    }
}
