/** The pages of bulk changes. */
package org.rovingpm.bulkchange.web;
