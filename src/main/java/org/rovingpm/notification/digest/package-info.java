/** The morning message about work that is due or late. */
package org.rovingpm.notification.digest;
