/** The process of bulk changes. */
package org.rovingpm.bulkchange.process;
