/** The rules for all processes together: what is known on every way, and where a case would never wait. */
package org.rovingpm.modelcheck.way;
