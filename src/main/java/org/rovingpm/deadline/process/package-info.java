/** What the engine does about deadlines: the priority of tasks. */
package org.rovingpm.deadline.process;
