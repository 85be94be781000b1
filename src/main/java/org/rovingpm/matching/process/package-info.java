/** The steps of manager-matching, and the events it reacts to. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.matching.process;
