/** The processes of a placement: job-plan-approval and weekly-check-in, and its steps in support-case and case-closure. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.placement.process;
