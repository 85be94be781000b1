/** What keeps the application from starting, explained to the person who starts it. */
@org.springframework.modulith.ApplicationModule(displayName = "Start")
package org.rovingpm.start;
