/** Drafts for the forms of Tasklist. */
package org.rovingpm.draft.web;
