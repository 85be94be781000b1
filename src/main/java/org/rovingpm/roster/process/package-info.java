/** The start form of roster-change, and the signal that the roster has changed. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.roster.process;
