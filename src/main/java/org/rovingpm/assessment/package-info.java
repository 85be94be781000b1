/** How urgent a case is and what help it needs: the suggested rating, the agreed ones and the needs, with their history. */
@org.springframework.modulith.ApplicationModule(displayName = "Assessment")
package org.rovingpm.assessment;
