/** The calls of the engine's interfaces, by what somebody can do: whatever is not listed here, the engine never sees. */
package org.rovingpm.access.call;
