/** What Tasklist's cards show beside what the engine knows. */
package org.rovingpm.opentask.web;
