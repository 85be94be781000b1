/** The processes message-delivery, morning-digest and returned-mail, and how other processes send messages. */
package org.rovingpm.notification.process;
