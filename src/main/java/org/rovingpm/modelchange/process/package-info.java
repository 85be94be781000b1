/** The process change-review, and how the engine and the reviews meet: deployments seen, reviews begun, cases moved. */
package org.rovingpm.modelchange.process;
