/** The process that posts alerts: team-alert. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.alert.process;
