/** What practices and PMs have written back, on the page of their case. */
package org.rovingpm.casepage.web.reply;
