/** The list of cases: finding them by what people know of them, the views of it that people save, and the files made of it. */
@org.springframework.modulith.ApplicationModule(displayName = "Case list")
package org.rovingpm.caselist;
