/** The rules for processes, one class a subject. */
package org.rovingpm.modelcheck.bpmn;
