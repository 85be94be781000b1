/** The steps of manager-matching, and the events it reacts to. */
package org.rovingpm.matching.process;
