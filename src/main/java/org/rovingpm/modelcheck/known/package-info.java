/** What the check knows beside the files themselves: what the code provides, what is in force, and how a model is read. */
package org.rovingpm.modelcheck.known;
