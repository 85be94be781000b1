/** How lines of the log are written, so that nothing that people send passes for a line of its own. */
package org.rovingpm.start.log;
