package org.rovingpm.notification.delivery;

import java.time.Instant;
import org.rovingpm.notification.MessageStatus;

/**
 * What a mail server reports about a message.
 *
 * @param message  number of the message
 * @param queuedAt when the message was queued, in seconds since 1970; part of its Message-ID
 * @param to       the address that it was sent to
 * @param outcome  delivered or bounced
 * @param why      the reason in a sentence or two; null if it was delivered
 * @param arrived  when the report arrived
 */
public record DeliveryReport(
        long message, long queuedAt, String to, MessageStatus outcome, String why, Instant arrived) {}
