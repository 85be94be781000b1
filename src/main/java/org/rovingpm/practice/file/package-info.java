/** Files that settings name: their rows, what is refused of them, and the way into a table. */
package org.rovingpm.practice.file;
