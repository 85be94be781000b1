/** What the team hears in its chat at once: cases that turn red, and what has escalated. */
@org.springframework.modulith.ApplicationModule(displayName = "Alerts")
package org.rovingpm.alert;
