package org.rovingpm.access.process;

/** The application cannot start, because nobody could administer it. Says which setting is missing or wrong. */
class MissingAdministrator extends RuntimeException {

    MissingAdministrator(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
