/** The files of a deployment as the rules look at them, and what is found in each. */
package org.rovingpm.modelcheck.file;
