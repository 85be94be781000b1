/** The pages of changes. */
package org.rovingpm.modelchange.web;
