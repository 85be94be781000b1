/** The case of a practice: what was asked for, where it stands, its timeline, and its closure. */
@org.springframework.modulith.ApplicationModule(displayName = "Support case")
package org.rovingpm.supportcase;


