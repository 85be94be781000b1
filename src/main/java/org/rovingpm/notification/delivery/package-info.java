/** Sends each message once, and records the result. */
package org.rovingpm.notification.delivery;
