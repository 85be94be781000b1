/** Starting a scheme: the list of what must be there first, and the import of PMs, funds and cases from a spreadsheet. */
@org.springframework.modulith.ApplicationModule(displayName = "Scheme start")
package org.rovingpm.schemestart;
