/** London's time in models, decisions and queries, although the engine and its process run on UTC. */
@org.springframework.modulith.NamedInterface("time")
package org.rovingpm.engine.time;
