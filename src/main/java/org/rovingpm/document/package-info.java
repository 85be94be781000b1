/** Documents attached to cases: what is accepted, where it is stored, and how it is removed. */
@org.springframework.modulith.ApplicationModule(displayName = "Document")
package org.rovingpm.document;
