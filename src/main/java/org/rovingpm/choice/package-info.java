/** Lists that people choose from, such as the kinds of help: each a table of its module, which managers may change. */
@org.springframework.modulith.ApplicationModule(displayName = "Choices")
package org.rovingpm.choice;
