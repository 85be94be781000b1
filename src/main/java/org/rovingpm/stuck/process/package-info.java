/** Stuck cases in the engine's tables, and actions on their steps. */
package org.rovingpm.stuck.process;
