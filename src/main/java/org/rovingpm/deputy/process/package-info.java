/** Deputies in the engine. */
package org.rovingpm.deputy.process;
