/** Job plans: what a PM is to achieve and may cost, who approves it, how it varies, and the money that follows it. */
@org.springframework.modulith.ApplicationModule(displayName = "Job plan")
package org.rovingpm.jobplan;
