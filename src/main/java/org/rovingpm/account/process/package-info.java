/** The engine's accounts under the rules of this module: what is checked when they change, and how people sign in with them. */
package org.rovingpm.account.process;
