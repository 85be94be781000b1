/** The mailbox to which e-mails come back that could not be delivered: reading it, and what its reports say. */
package org.rovingpm.notification.returnedmail;
