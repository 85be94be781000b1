/** Which cases belong together: related ones, follow-ups, parts of one merger, and duplicates, of which one goes on. */
@org.springframework.modulith.ApplicationModule(displayName = "Linked cases")
package org.rovingpm.linkedcase;
