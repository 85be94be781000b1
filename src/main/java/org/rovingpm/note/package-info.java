/** Short notes of the team on a case. */
@org.springframework.modulith.ApplicationModule(displayName = "Note")
package org.rovingpm.note;
