/** The list of PMs and the page of each. */
package org.rovingpm.pmpage.web;
