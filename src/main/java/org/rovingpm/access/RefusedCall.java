package org.rovingpm.access;

/**
 * Somebody who is signed in asked for what is not open to them.
 *
 * @param person  user id
 * @param address the method and the address, without parameters
 */
public record RefusedCall(String person, String address) {}
