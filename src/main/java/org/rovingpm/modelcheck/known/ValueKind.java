package org.rovingpm.modelcheck.known;

/** What the engine makes of a value in a process when a case comes to it. */
public enum ValueKind {
    DATE(
            "a duration such as P2D, a day such as 2027-03-31, a moment such as 2027-03-31T09:00:00, or a variable that holds one"),
    TIMER_DATE("a moment such as 2027-03-31T09:00:00, or a variable such as ${holdEndsAt}"),
    DURATION("a duration such as P7D or PT4H"),
    CYCLE("a cycle such as R3/P7D or 0 0 8 * * MON-FRI (seconds, minutes, hours, day, month, day of the week)"),
    RETRIES("R5/PT2M or PT1M,PT5M,PT30M"),
    WHOLE_NUMBER("a whole number such as 50"),
    /** Of the engine's own queue, which takes no number that is written as a text. */
    JOB_PRIORITY("a whole number such as 50"),
    COUNT("a whole number from 0 to 1,000, or a variable that holds one"),
    HISTORY_TIME("a number of days such as P3650D (ten years)"),
    YES_OR_NO("an expression that is true or false, such as ${planApproved}"),
    TEXT("a text, or a variable that holds one"),
    LIST("a variable that holds a list"),
    ANYTHING("a value");

    private final String expected;

    ValueKind(String expected) {
        this.expected = expected;
    }

    /** How to write it, as the end of a sentence. */
    public String expected() {
        return expected;
    }

    /** Whether it is worked out from a time, so that a variable for it has to hold one. */
    public boolean isTime() {
        return this == DATE || this == TIMER_DATE || this == DURATION || this == CYCLE;
    }
}
