/** The process that keeps the practices up to date: practice-register-refresh. */
package org.rovingpm.practice.process;
