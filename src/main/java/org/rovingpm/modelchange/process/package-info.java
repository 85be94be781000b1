/** The process change-review, and what connects the engine with reviews: deployments, running cases and their moves. */
package org.rovingpm.modelchange.process;
