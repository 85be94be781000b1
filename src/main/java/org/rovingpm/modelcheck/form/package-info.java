/** The rules for forms. */
package org.rovingpm.modelcheck.form;
