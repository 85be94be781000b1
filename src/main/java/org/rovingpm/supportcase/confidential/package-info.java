/** Who can be chosen to see a confidential case when it is opened. */
package org.rovingpm.supportcase.confidential;
