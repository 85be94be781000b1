/** What people change between the steps of a case: hold and resume, the rating, the plan, the PM, the support itself. */
@org.springframework.modulith.ApplicationModule(displayName = "Change")
package org.rovingpm.casechange;
