/** The pages on which a scheme is started. */
package org.rovingpm.schemestart.web;
