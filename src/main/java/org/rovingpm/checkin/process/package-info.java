/** The process of a week, weekly-check-in. */
package org.rovingpm.checkin.process;
