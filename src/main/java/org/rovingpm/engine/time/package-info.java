/** London's time in models, decisions and queries, although the engine and its process run on UTC. */
package org.rovingpm.engine.time;
