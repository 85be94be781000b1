/** Who has a role for some days in place of its members, so that work goes on while they are away. */
@org.springframework.modulith.ApplicationModule(displayName = "Deputies")
package org.rovingpm.deputy;
