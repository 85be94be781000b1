/** The roster's place in the processes: its start form, and the news that it has changed. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.roster.process;
