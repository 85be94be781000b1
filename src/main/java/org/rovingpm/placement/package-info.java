/** A PM at a practice: the introduction, the first visit, job plans and their variations, the weekly check-ins, the money settled. */
@org.springframework.modulith.ApplicationModule(displayName = "Placement")
package org.rovingpm.placement;
