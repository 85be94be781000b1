package org.rovingpm.access.signin;

import java.io.Serializable;

/**
 * From where somebody signs in.
 *
 * @param network the network of its address
 * @param browser a token that the browser was given when somebody signed in with it before; null if there is none
 * @param program whether it is a program, which sends the password with each call
 */
public record SignInClient(String network, String browser, boolean program) implements Serializable {}
