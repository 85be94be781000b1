/** The form of the advice. */
package org.rovingpm.advice.process;
