/** How dates, times, hours and amounts of money are written for people. */
@org.springframework.modulith.ApplicationModule(displayName = "Format")
package org.rovingpm.format;
