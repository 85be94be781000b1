/** The process that works off bulk changes. */
package org.rovingpm.bulkchange.process;
