/** The recipients of messages: practices, people and teams, found by their part in a case. */
package org.rovingpm.notification.recipient;
