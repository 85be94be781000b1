/** What the case file asks the engine, and its place in Tasklist. */
package org.rovingpm.casepage.process;
