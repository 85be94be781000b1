/** The process that posts alerts: team-alert. */
package org.rovingpm.alert.process;
