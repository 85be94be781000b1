/** What practices see of their plan besides the page that asks for their answer. */
package org.rovingpm.jobplan.web;
