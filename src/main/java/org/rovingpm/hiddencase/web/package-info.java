/** The pages of interests, of people kept out of cases, and of confidential cases. */
package org.rovingpm.hiddencase.web;
