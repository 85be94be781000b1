/** The check of processes, decisions and forms before they are accepted, in sentences that say what to do. */
@org.springframework.modulith.ApplicationModule(displayName = "Check of models")
package org.rovingpm.modelcheck;
