/** Hides cases at the doors of the engine: from what people read there, and from what they do there. */
package org.rovingpm.hiddencase.process;
