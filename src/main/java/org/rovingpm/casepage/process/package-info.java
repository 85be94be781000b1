/** What the case page reads from the engine, and its panel in Tasklist. */
package org.rovingpm.casepage.process;
