/** What forms are held to. */
package org.rovingpm.modelcheck.form;
