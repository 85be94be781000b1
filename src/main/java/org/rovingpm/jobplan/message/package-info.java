/** What messages may say of a job plan. */
package org.rovingpm.jobplan.message;
