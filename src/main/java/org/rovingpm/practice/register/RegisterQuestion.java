package org.rovingpm.practice.register;

/**
 * One call of a refresh of the register.
 *
 * @param id      by which its answer is given
 * @param kind    what is asked
 * @param subject code of the organisation it is about; null for all of England
 * @param page    of a list, from 1
 * @param path    where the answer is, below the address of the API
 */
public record RegisterQuestion(long id, Kind kind, String subject, int page, String path) {

    private static final String LISTS = "organisations?";

    /** What is asked. */
    public enum Kind {
        /** The sub-ICB locations of an ICB. */
        SUB_ICBS,
        /** The practices of a sub-ICB location, or of England. */
        PRACTICES,
        /** One practice. */
        PRACTICE,
        /** One sub-ICB location. */
        SUB_ICB;

        /** Whether the answer is a page of a list rather than one organisation. */
        public boolean isList() {
            return this == SUB_ICBS || this == PRACTICES;
        }
    }

    /** Whether and how a question was answered. */
    public enum State {
        OPEN,
        READ,
        /** The list says that its entry has not changed since it was last read. */
        UNCHANGED,
        NOT_FOUND,
        UNREADABLE
    }

    /** Whether this is the path of a list rather than of one organisation. */
    public static boolean isListPath(String path) {
        return path.startsWith(LISTS);
    }

    /** A question to an API that speaks ORD. */
    static RegisterQuestion of(long id, Kind kind, String subject, int page) {
        return new RegisterQuestion(id, kind, subject, page, path(kind, subject, page));
    }

    /** The same, asked of an API that speaks FHIR. */
    RegisterQuestion inFhir() {
        return new RegisterQuestion(id, kind, subject, page, "Organization/" + subject);
    }

    /** Offsets begin at 1: an offset of 0 is refused (406). */
    private static String path(Kind kind, String subject, int number) {
        String page = "&Limit=%d&Offset=%d".formatted(RegisterPage.SIZE, (number - 1) * RegisterPage.SIZE + 1);
        return switch (kind) {
            case SUB_ICBS -> LISTS + "TargetOrgId=%s&RelTypeId=RE5".formatted(subject) + page;
            case PRACTICES ->
                subject == null
                        ? LISTS + "PrimaryRoleId=RO177&NonPrimaryRoleId=RO76" + page
                        : LISTS + "TargetOrgId=%s&RelTypeId=RE4".formatted(subject) + page;
            case PRACTICE, SUB_ICB -> "organisations/" + subject;
        };
    }
}
