/** What decisions are held to. */
package org.rovingpm.modelcheck.dmn;
