/** The roster's place in the processes: its start form, and the news that it has changed. */
package org.rovingpm.roster.process;
