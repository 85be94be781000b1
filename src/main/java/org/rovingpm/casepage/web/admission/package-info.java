/** Who is admitted to the pages of a case. */
package org.rovingpm.casepage.web.admission;
