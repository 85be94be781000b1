/** What may be sent to which address: sizes, times, depth. */
package org.rovingpm.web.body;
