/** What Cockpit asks of the traces. */
package org.rovingpm.processhistory.web;
