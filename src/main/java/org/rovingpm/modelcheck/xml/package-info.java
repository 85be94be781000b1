/** The one reader of XML that strangers may have written: hardened, and used wherever models are read. */
@org.springframework.modulith.NamedInterface("xml")
package org.rovingpm.modelcheck.xml;
