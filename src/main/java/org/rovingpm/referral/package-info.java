/** Referring a practice on: to whom else it can turn, who told it so and when. The case goes on as it was. */
@org.springframework.modulith.ApplicationModule(displayName = "Onward referrals")
package org.rovingpm.referral;
