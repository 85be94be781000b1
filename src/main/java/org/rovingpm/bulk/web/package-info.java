/** The pages of bulk changes. */
package org.rovingpm.bulk.web;
