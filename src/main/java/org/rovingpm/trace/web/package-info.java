/** What Cockpit asks of the traces. */
package org.rovingpm.trace.web;
