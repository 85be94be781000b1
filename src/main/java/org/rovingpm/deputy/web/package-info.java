/** The page of deputies. */
package org.rovingpm.deputy.web;
