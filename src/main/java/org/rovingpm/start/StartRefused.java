package org.rovingpm.start;

/** The application cannot start, for a reason that the person who starts it can correct; shown without a stack trace. */
public class StartRefused extends RuntimeException {

    private final String whatToDo;

    /**
     * @param reason   what is wrong, in a sentence
     * @param whatToDo what puts it right, in a sentence that names the setting
     */
    public StartRefused(String reason, String whatToDo) {
        super(reason);
        this.whatToDo = whatToDo;
    }

    public String whatToDo() {
        return whatToDo;
    }
}
