/** The files of a deployment as the rules see them, and their findings. */
package org.rovingpm.modelcheck.file;
