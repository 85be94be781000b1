/** The practices of a case: the one that requested help, others that join it, and whom to speak to at each. */
@org.springframework.modulith.NamedInterface("practices")
package org.rovingpm.supportcase.practices;
