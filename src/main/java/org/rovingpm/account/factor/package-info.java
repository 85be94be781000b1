/**
 * The second factor: codes of an authenticator app (RFC 6238) and recovery codes, how one is set up and taken away, and the groups
 * that must have one.
 */
package org.rovingpm.account.factor;
