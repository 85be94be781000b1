/** How a case comes to have several practices. */
@org.springframework.modulith.NamedInterface("practices")
package org.rovingpm.supportcase.practices;
