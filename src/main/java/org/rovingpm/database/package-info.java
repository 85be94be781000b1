/** The PostgreSQL that everything is kept in: the configured one, or where none is, one that comes along. */
@org.springframework.modulith.ApplicationModule(displayName = "Database")
package org.rovingpm.database;


