/** London's time in models, decisions and queries, though the engine and the process that it runs in are kept on UTC. */
package org.rovingpm.engine.time;
