/** The door before the engine's interfaces: what is no listed call never gets to the engine. */
package org.rovingpm.access.web.engine;
