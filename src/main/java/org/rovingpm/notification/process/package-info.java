/** How processes send messages: message-delivery, morning-digest; and how they learn what came back: returned-mail. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.notification.process;
