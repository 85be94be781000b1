/** Reads the mailbox for e-mails that could not be delivered, and the reports in it. */
package org.rovingpm.notification.returnedmail;
