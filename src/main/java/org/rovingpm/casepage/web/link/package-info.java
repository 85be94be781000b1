/** The links of a case to others: its part of the case's page, and the pages on which links are made and ended. */
package org.rovingpm.casepage.web.link;
