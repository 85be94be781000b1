/** What practices think of the help they had. */
@org.springframework.modulith.ApplicationModule(displayName = "Survey")
package org.rovingpm.survey;
