/** The steps of a placement in support-case, and the signal that a PM has time again. */
package org.rovingpm.placement.process;
