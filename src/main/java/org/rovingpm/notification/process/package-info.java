/** How processes send messages: message-delivery, morning-digest. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.notification.process;
