package org.rovingpm.access.list;

/** The expressions in task lists, as the engine reads them: who looks at the list, and when. */
public final class ListExpressions {

    public static final String MYSELF = "${currentUser()}";
    public static final String MY_GROUPS = "${currentUserGroups()}";
    public static final String NOW = "${now()}";
    public static final String START_OF_TODAY = "${dateTime().withTimeAtStartOfDay()}";
    public static final String START_OF_TOMORROW = "${dateTime().withTimeAtStartOfDay().plusDays(1)}";

    private ListExpressions() {}
}
