/** The page on which a practice is referred on. */
package org.rovingpm.casepage.web.referral;
