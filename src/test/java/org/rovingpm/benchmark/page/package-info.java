/** The pages of staff, as a browser asks for them. */
package org.rovingpm.benchmark.page;
