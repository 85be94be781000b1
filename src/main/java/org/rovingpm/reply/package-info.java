/** Replies: the e-mails that practices and PMs write back, filed with their cases, and what the office makes of the others. */
@org.springframework.modulith.ApplicationModule(displayName = "Replies")
package org.rovingpm.reply;
