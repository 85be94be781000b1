/** The one hardened reader of XML from untrusted sources, used wherever models are read. */
@org.springframework.modulith.NamedInterface("xml")
package org.rovingpm.modelcheck.xml;
