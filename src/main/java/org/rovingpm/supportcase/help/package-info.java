/** The kinds of help that practices request and PMs can give: a list that managers may change. */
@org.springframework.modulith.NamedInterface("help")
package org.rovingpm.supportcase.help;
