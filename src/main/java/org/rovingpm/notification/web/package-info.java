/** The pages of templates, and the address for delivery receipts. */
package org.rovingpm.notification.web;
