/**
 * Kills and stops what the application runs on while people work with it, at random places for a set time, and counts afterwards what
 * was lost, doubled or is stuck: {@code mvn verify -Pfaults}.
 */
package org.rovingpm.faults;
