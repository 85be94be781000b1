package org.rovingpm.access;

/** How callers identify themselves, and what protects them against forged requests. Each has a filter chain of its own. */
public enum Door {

    /** People in a browser, who sign in once. Forms carry a token of the session. */
    SIGN_IN,

    /** As {@link #SIGN_IN}, and also programs that send a name and password with each call. */
    SIGN_IN_OR_PASSWORD,

    /** Practices, which have no account. No session; forms carry a token that a cookie confirms. Addresses may be secret. */
    NO_ACCOUNT,

    /** Other services, which send a key. No session. */
    SERVICE,

    /** Programs that call the engine's REST API with a name and password each time. No session. */
    ENGINE
}
