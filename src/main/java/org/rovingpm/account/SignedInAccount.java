package org.rovingpm.account;

import java.io.Serializable;

/**
 * With which account somebody has signed in.
 *
 * @param version as it was before the password was looked at, so that no change is missed
 */
public record SignedInAccount(long version) implements Serializable {}
