/** Putting messages on their way: what is to be sent, to whom, from which template, and sending one again. */
@org.springframework.modulith.NamedInterface("queue")
package org.rovingpm.notification.queue;
