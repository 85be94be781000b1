/** The engine's side: the triggers that keep the table, Tasklist's lists, and who may see which task. */
package org.rovingpm.opentask.process;
