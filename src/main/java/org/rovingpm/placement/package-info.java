/** A PM at a practice: placed there, introduced, on the first visit, and gone again. */
@org.springframework.modulith.ApplicationModule(displayName = "Placement")
package org.rovingpm.placement;
