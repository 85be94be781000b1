/** The process that keeps the practices up to date: practice-register-refresh. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.practice.process;
