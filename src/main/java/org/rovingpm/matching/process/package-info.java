/** Matching in the process manager-matching: its steps, and what it hears from elsewhere. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.matching.process;
