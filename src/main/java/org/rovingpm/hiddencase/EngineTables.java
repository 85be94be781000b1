package org.rovingpm.hiddencase;

import java.util.function.Supplier;

/**
 * What we ask of the engine's tables ourselves, such as how many cases are at a step. The database leaves out the rows of cases that are
 * hidden from the reader, as it does of the engine's own answers.
 */
public interface EngineTables {

    /** Asks the questions in one transaction, with this person's right. They must only read. */
    <T> T read(CaseReader reader, Supplier<T> questions);

    /** @return the person for whom the engine is asked at the moment; {@link CaseReader#APPLICATION} where it acts by itself */
    CaseReader currentReader();

    /** As {@link #read(CaseReader, Supplier)} for the {@linkplain #currentReader() current reader}. */
    default <T> T read(Supplier<T> questions) {
        return read(currentReader(), questions);
    }
}
