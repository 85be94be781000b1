/** How the engine works off what falls due: one at a time, and timers of many cases together. */
package org.rovingpm.engine.job;


