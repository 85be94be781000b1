/** Passwords for programs: one for each program, so that none knows the password of its person. */
package org.rovingpm.account.program;
