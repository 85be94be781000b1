/** What the engine refuses, whoever asks: code in models and queries, and calls that would pass the use cases by. */
package org.rovingpm.engine.guard;
