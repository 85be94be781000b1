/** The check at the engine's door, where nothing is deployed that it refuses, and as a command. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.modelcheck.process;
