/** The PostgreSQL that everything is kept in: the configured one, or one that was started for the application. */
@org.springframework.modulith.ApplicationModule(displayName = "Database")
package org.rovingpm.database;
