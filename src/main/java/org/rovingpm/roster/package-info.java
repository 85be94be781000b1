/** The PMs who work for the scheme: what they can do and when, their credentials, and who must not be matched. */
@org.springframework.modulith.ApplicationModule(displayName = "Roster")
package org.rovingpm.roster;
