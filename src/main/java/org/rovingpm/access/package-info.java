/** People: who they are, how they sign in, and what each role may see and do. */
@org.springframework.modulith.ApplicationModule(displayName = "Access")
package org.rovingpm.access;
