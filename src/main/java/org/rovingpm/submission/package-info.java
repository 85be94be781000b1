/** What people submit: reading it into checked values, and refusing it in sentences they can act on. */
@org.springframework.modulith.ApplicationModule(displayName = "Submission")
package org.rovingpm.submission;
