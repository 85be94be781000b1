/** Finding the PM for a practice: who could do it and why, who is offered the placement, and how they answer. */
@org.springframework.modulith.ApplicationModule(displayName = "Matching")
package org.rovingpm.matching;
