/** What processes have gone through, and where they wait and fail: for those who watch them in Cockpit. */
@org.springframework.modulith.ApplicationModule(displayName = "Trace")
package org.rovingpm.processhistory;
