/** How long people wait on a phone, here and in a Tasklist as it comes. */
package org.rovingpm.benchmark.phone;
