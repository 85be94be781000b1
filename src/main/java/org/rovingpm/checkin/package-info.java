/** The PM's weekly check-ins: what is reported, what is done about one that is missing, and what a review decides. */
@org.springframework.modulith.ApplicationModule(displayName = "Check-in")
package org.rovingpm.checkin;
