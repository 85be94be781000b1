/** Messages to practices and people: their templates, how each is sent once, and the result. */
@org.springframework.modulith.ApplicationModule(displayName = "Notification")
package org.rovingpm.notification;
