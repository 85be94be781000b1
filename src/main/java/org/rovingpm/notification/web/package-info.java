/** The pages of templates and of the demonstration's mailbox, and where delivery receipts arrive. */
package org.rovingpm.notification.web;
