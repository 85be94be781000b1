/**
 * The demonstration: an invented county, its practices, PMs, money and cases, made when an empty database is
 * first started in demonstration mode, and the database itself. Nothing of it is in the packaged jar. */
@org.springframework.modulith.ApplicationModule(displayName = "Demonstration")
package org.rovingpm.demo;
