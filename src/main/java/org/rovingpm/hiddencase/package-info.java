/**
 * Which cases are hidden from whom: those of practices in which somebody has declared an interest, those that a service
 * manager keeps somebody out of, and confidential ones, from everybody who is not named on them. For these people the case does not exist, at any door.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Hidden cases")
package org.rovingpm.hiddencase;
