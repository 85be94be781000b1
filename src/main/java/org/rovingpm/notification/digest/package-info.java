/** The morning message: what of a person's work is due or late. */
package org.rovingpm.notification.digest;
