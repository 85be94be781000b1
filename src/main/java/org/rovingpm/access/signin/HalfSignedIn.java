package org.rovingpm.access.signin;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody whose password was right and who has still to show their second factor. They are not signed in: this opens nothing
 * but the page that asks for the code.
 *
 * @param person  user id
 * @param version of the account for which the password was right
 * @param until   when it is over
 */
public record HalfSignedIn(String person, long version, Instant until) implements Serializable {}
