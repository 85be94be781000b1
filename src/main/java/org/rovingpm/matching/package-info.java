/** Finding the PM for a practice: who could do it and why, whom the placement is offered to, and what they answer. */
@org.springframework.modulith.ApplicationModule(displayName = "Matching")
package org.rovingpm.matching;
