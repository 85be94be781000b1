/** Job plans: what a PM is to achieve, what that may cost, who approves it, how it varies, and its money. */
@org.springframework.modulith.ApplicationModule(displayName = "Job plan")
package org.rovingpm.jobplan;
