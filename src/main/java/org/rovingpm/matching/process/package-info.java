/** Matching in the process manager-matching: its steps, and what it hears from elsewhere. */
package org.rovingpm.matching.process;
