/** What the engine always refuses: code in models and queries, and calls that would bypass the use cases. */
package org.rovingpm.engine.guard;
