/** A case on one page, for those who may see it. */
@org.springframework.modulith.ApplicationModule(displayName = "Case page")
package org.rovingpm.casepage;
