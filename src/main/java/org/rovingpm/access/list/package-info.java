/** What the task lists are made of that those who answer them must know: the names on their cards, and their expressions. */
@org.springframework.modulith.NamedInterface("list")
package org.rovingpm.access.list;
