/** Message templates: what comes with the application, what managers have made of it, and the fields that a template may name. */
package org.rovingpm.notification.template;
