/** How processes send messages: message-delivery, morning-digest; and how they learn what came back: returned-mail. */
package org.rovingpm.notification.process;
