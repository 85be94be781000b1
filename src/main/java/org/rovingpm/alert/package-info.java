/** Immediate alerts in the team's chat: cases that turn red, and escalations. */
@org.springframework.modulith.ApplicationModule(displayName = "Alerts")
package org.rovingpm.alert;
