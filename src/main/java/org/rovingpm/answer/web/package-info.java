/** The pages that signed links open. */
package org.rovingpm.answer.web;
