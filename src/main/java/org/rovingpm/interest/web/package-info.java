/** The pages of interests, and of people kept out of cases. */
package org.rovingpm.interest.web;
