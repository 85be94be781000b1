/** The NHS register of practices: read from its file or through its API, compared with what is known, and applied. */
package org.rovingpm.practice.register;
