/** Where everybody's day begins: what waits for them, what is coming this week and what has happened, by role. */
@org.springframework.modulith.ApplicationModule(displayName = "Home")
package org.rovingpm.home;
