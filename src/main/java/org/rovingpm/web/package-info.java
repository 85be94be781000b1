/** The shell of the public pages: their layout, their fields and errors, and how often one visitor may come. */
@org.springframework.modulith.ApplicationModule(displayName = "Web")
package org.rovingpm.web;
