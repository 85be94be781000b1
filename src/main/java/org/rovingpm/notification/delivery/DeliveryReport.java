package org.rovingpm.notification.delivery;

import java.time.Instant;
import org.rovingpm.notification.MessageStatus;

/**
 * What a mail server reports of a message, as it says.
 *
 * @param message  number of the message
 * @param queuedAt when that was queued, in seconds since 1970: with its number its Message-ID
 * @param to       the address that it went to
 * @param outcome  delivered or bounced
 * @param why      in a sentence or two; null where it was delivered
 * @param arrived  when the report came
 */
public record DeliveryReport(
        long message, long queuedAt, String to, MessageStatus outcome, String why, Instant arrived) {}
