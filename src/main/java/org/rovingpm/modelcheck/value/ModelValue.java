package org.rovingpm.modelcheck.value;

import org.rovingpm.modelcheck.known.ValueKind;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * A value in a process that the engine works out.
 *
 * @param element   that has it
 * @param what      what it is, with its article, such as "a due date"
 * @param text      as it is written: a literal or an expression
 * @param kind      what the engine makes of it
 * @param workedOut when
 */
public record ModelValue(XmlElement element, String what, String text, ValueKind kind, WorkedOut workedOut) {}
