/** The sign-in page and the rules of who may reach which address. */
package org.rovingpm.access.web;
