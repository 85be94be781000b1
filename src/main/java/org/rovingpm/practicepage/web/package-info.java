/** The page of a practice, and the page on which the office decides about another contact. */
package org.rovingpm.practicepage.web;
