/** Documents attached to cases: what is let in, where it is kept, and how it is removed. */
@org.springframework.modulith.ApplicationModule(displayName = "Document")
package org.rovingpm.document;
