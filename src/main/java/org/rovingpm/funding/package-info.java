/** The money for support: funds, what is committed to cases and what has been spent, in a ledger that only grows. */
@org.springframework.modulith.ApplicationModule(displayName = "Funding")
package org.rovingpm.funding;
