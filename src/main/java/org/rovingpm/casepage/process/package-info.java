/** What the case page asks the engine, and its place in Tasklist. */
package org.rovingpm.casepage.process;
