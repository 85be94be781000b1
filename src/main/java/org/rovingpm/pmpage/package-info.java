/** The PMs as the office sees them: who has how much to do, which practices and whose credentials run out; and each PM on a page of their own. */
@org.springframework.modulith.ApplicationModule(displayName = "PM page")
package org.rovingpm.pmpage;
