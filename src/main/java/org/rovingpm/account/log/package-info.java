/** The log of what concerns the security of accounts: what goes into it, how long it is kept, and how it is searched. */
@org.springframework.modulith.NamedInterface("log")
package org.rovingpm.account.log;
