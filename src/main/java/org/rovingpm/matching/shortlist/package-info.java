/** The shortlist: which PMs could go to a practice, who is not eligible and why, and how the others are ranked. */
@org.springframework.modulith.NamedInterface("shortlist")
package org.rovingpm.matching.shortlist;
