/** What processes and the code agree on: how each module declares it, and how the others learn of it. */
@org.springframework.modulith.ApplicationModule(displayName = "Contracts of processes")
package org.rovingpm.contract;
