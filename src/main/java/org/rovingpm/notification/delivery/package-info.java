/** How a message leaves, once, and what became of it. */
package org.rovingpm.notification.delivery;
