/** Decisions in FEEL, which end: what an expression may do, how long it may take, and what time it is for it. */
@org.springframework.modulith.NamedInterface("feel")
package org.rovingpm.engine.feel;
