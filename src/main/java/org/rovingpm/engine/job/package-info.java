/**
 * Timers and queued steps, so that none of them hangs: the thread that fetches them is watched and replaced, an instance keeps what
 * it has fetched for as long as it works on it, and gives back at its start what it had when it was killed.
 */
package org.rovingpm.engine.job;
