/** Where a case can go in the processes, and what is known of it on the way. */
package org.rovingpm.modelcheck.flow;
