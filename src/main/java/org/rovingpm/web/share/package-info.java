/** What may be done only so often. */
@org.springframework.modulith.NamedInterface("share")
package org.rovingpm.web.share;
