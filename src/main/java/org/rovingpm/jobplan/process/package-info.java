/** The process of a job plan, job-plan-approval, and the money's step in case-closure. */
@org.springframework.modulith.NamedInterface("process")
package org.rovingpm.jobplan.process;
