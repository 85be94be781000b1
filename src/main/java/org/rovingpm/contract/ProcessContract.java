package org.rovingpm.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class in the root of a module that says what one process and the code agree on. Its nested classes {@code Elements},
 * {@code Timers}, {@code Variables}, {@code Messages} and {@code Signals} hold the names as constants, and no other place spells
 * them. What the process is to the rest of the application is declared here and nowhere else.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProcessContract {

    /** Id of the process. */
    String value();

    Kind kind();

    /** Whether the engine's history keeps its instances, steps and failures; it need not where our own tables say it all. */
    boolean inHistory() default true;

    /** What a process is about. It decides whether holding a case holds the process, and for how long it is remembered. */
    enum Kind {

        /** The work of a case: held, resumed and rated with it. Remembered for as long as cases are. */
        CASE,

        /** What staff change and decide beside that work: never on hold. Remembered for as long as cases are. */
        STAFF,

        /** What the application does by itself: never on hold. Remembered for a month. */
        TECHNICAL
    }
}
