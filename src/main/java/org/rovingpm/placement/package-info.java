/** A PM at a practice, from the accepted offer to the end of the placement: introduction, first visit, end. */
@org.springframework.modulith.ApplicationModule(displayName = "Placement")
package org.rovingpm.placement;
