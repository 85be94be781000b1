/** Whom messages are for: practices, people and teams, found by what they are in a case. */
package org.rovingpm.notification.recipient;
