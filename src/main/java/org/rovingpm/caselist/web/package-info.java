/** The page of the list, its files, its saved views, and the box in the headers. */
package org.rovingpm.caselist.web;
