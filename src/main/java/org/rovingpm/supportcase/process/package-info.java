/** The case's processes: support-case, case-closure. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.supportcase.process;
