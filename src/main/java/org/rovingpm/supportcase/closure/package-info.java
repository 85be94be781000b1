/** How a case is closed: the closing report, and what other modules do when closure begins. */
@org.springframework.modulith.NamedInterface("closure")
package org.rovingpm.supportcase.closure;
