/** The process of a week, weekly-check-in. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.checkin.process;
