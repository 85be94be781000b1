/** The money for support: funds, what they have promised to cases and what has been spent, in a ledger that only grows. */
@org.springframework.modulith.ApplicationModule(displayName = "Funding")
package org.rovingpm.funding;
