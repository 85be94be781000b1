package org.rovingpm.answer;

/**
 * Somebody with an expired link has asked for a new one.
 *
 * @param question the question, which still applies
 * @param message  number of the message that carried the link: only its mailbox may get the new one
 */
public record RenewedLinkRequested(Question question, long message) {}
