/** The processes message-delivery, morning-digest and returned-mail, and how other processes send messages. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.notification.process;
