/** The check within each deployment, and as a command. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.modelcheck.process;
