/** The values of a process that the engine works out while a case runs: where they are, what for, and when. */
package org.rovingpm.modelcheck.value;
