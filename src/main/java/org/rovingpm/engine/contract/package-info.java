/** What a process and the code agree on, and how each module declares it; nothing here knows the engine. */
@org.springframework.modulith.NamedInterface("contract")
package org.rovingpm.engine.contract;
