/** What the engine's history tells of processes. */
package org.rovingpm.processhistory.process;
