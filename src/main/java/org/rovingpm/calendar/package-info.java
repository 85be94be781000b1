/** The scheme's working time: Monday to Friday, 09:00 to 17:00 in London, without England's bank holidays. */
@org.springframework.modulith.ApplicationModule(displayName = "Working time")
package org.rovingpm.calendar;
