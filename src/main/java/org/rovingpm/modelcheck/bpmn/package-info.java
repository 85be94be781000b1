/** What processes are held to, a subject a rule. */
package org.rovingpm.modelcheck.bpmn;
