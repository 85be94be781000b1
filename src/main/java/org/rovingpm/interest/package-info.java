/**
 * Which cases are hidden from whom: those of practices in which somebody has declared an interest, and those that a service
 * manager keeps somebody out of. For these people the case does not exist, at any door.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Interests")
package org.rovingpm.interest;
