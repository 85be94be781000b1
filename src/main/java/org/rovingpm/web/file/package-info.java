/** Styles, scripts and images: each under an address that carries its version, so that browsers keep it and still never show an old one. */
@org.springframework.modulith.NamedInterface("file")
package org.rovingpm.web.file;
