/** Message templates: the packaged ones, managers' versions, and the fields that they may use. */
package org.rovingpm.notification.template;
