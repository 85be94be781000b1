/** Drafts: what somebody has typed into the form of a task and not sent yet, saved by itself, for them alone. */
@org.springframework.modulith.ApplicationModule(displayName = "Draft")
package org.rovingpm.draft;
