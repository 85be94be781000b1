/** The watch list: practices that may need help and have not asked for it, for the liaison team and service managers alone. */
@org.springframework.modulith.ApplicationModule(displayName = "Watch list")
package org.rovingpm.watchlist;
