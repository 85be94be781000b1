/** The practice's own page, by a link that it is mailed: where its case stands, who comes when, a question to the office, another contact. */
@org.springframework.modulith.ApplicationModule(displayName = "Practice page")
package org.rovingpm.practicepage;
