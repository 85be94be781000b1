/** The GP practices: who and where they are, kept up to date from the NHS register. */
@org.springframework.modulith.ApplicationModule(displayName = "Practices")
package org.rovingpm.practice;
