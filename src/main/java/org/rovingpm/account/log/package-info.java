/** The log of what concerns the security of accounts: what goes into it, how long it is kept, and how it is searched. */
package org.rovingpm.account.log;
