/** The way in for models over HTTP, with a limit on their size. */
package org.rovingpm.modelcheck.web;
