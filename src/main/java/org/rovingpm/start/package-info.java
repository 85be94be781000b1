/** What keeps the application from starting, told to whoever starts it. */
@org.springframework.modulith.ApplicationModule(displayName = "Start")
package org.rovingpm.start;
