/** The page on which another practice joins a case. */
package org.rovingpm.casepage.web.practice;
