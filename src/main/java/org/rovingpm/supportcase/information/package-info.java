/** What a practice is asked for beyond its request before the case is assessed, and what it answers. */
@org.springframework.modulith.NamedInterface("information")
package org.rovingpm.supportcase.information;
