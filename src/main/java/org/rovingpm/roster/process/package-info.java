/** The start form of roster-change, and the signal that the roster has changed. */
package org.rovingpm.roster.process;
