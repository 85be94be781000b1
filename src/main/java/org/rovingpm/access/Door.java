package org.rovingpm.access;

/** How whoever opens a page says who they are, and what protects it from being asked for in their name. */
public enum Door {

    /** People in a browser: they sign in once, and forms bring a token of their session. */
    SIGN_IN,

    /** As {@link #SIGN_IN}, and programs too, with a name and password in each call. */
    SIGN_IN_OR_PASSWORD,

    /** Practices, without an account: no session, and a token in a cookie of its own. The addresses may be keys. */
    NO_ACCOUNT,

    /** Other services, which bring a key of their own: no session. */
    SERVICE,

    /** The engine's REST API: a name and password with each call, and no session. */
    ENGINE
}
