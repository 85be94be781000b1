/** The sessions of people in a browser, and the pages of one's own account. */
package org.rovingpm.account.web;
