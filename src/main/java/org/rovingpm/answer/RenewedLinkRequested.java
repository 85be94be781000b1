package org.rovingpm.answer;

/**
 * Whoever holds a link that has expired wants a new one.
 *
 * @param question what it asks, which still stands
 * @param message  number of the message that the link went out with: only its mailbox may get the new one
 */
public record RenewedLinkRequested(Question question, long message) {}
