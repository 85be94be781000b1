/** The process of the funds: fund-change. */
package org.rovingpm.funding.process;
