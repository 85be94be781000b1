/** What deadlines and priorities of tasks are made of, beside the service levels. */
@org.springframework.modulith.NamedInterface("due")
package org.rovingpm.engine.due;
