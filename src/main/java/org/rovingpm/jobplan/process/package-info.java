/** The process of a job plan, job-plan-approval, and the money's step in case-closure. */
package org.rovingpm.jobplan.process;
