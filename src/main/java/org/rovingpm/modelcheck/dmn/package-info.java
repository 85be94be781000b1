/** The rules for decisions. */
package org.rovingpm.modelcheck.dmn;
