/** How a browser is known that writes a request, also where another page has begun it. */
@org.springframework.modulith.NamedInterface("begun-request")
package org.rovingpm.supportcase.web.begun;
