/** Fair spread: what a practice and its area have had in the last twelve months, and what waits there, for whoever decides who is helped. */
@org.springframework.modulith.ApplicationModule(displayName = "Fair spread")
package org.rovingpm.fairspread;
