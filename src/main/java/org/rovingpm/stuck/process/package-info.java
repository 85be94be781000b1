/** What the engine's tables say of stuck cases, and what is done to their steps. */
package org.rovingpm.stuck.process;
