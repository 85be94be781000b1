/** The case of a practice: what was requested, its stage, its timeline, and its closure. */
@org.springframework.modulith.ApplicationModule(displayName = "Support case")
package org.rovingpm.supportcase;
