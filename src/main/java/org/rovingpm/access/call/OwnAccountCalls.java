package org.rovingpm.access.call;

/** What everybody with an account may call, also commissioners: their own account, and nothing of processes. */
final class OwnAccountCalls {

    static final String LIST = """
            # Who is signed in, and signing out
            GET      /camunda/api/admin/auth/user/default
            POST     /camunda/api/admin/auth/user/default/logout
            GET      /engine
            GET      /authorization/check

            # The page "Your account"
            GET      /user/{self}/profile
            PUT      /user/{self}/credentials
            GET,POST /identity/password-policy
            POST     /group
            GET      /group/count
            """;

    private OwnAccountCalls() {}
}
