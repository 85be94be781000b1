/**
 * People's accounts: their passwords and second factors, the passwords of their programs, how signing in is kept from guessing,
 * their sessions, and what they were called when. The accounts themselves are the engine's.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Accounts")
package org.rovingpm.account;
