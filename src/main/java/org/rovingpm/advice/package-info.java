/** Advice only: help by a call or a visit, without a placement. */
@org.springframework.modulith.ApplicationModule(displayName = "Advice")
package org.rovingpm.advice;
