/** Which connections to the database a request uses, and how many requests of whom there may be at once. */
package org.rovingpm.web.connection;
