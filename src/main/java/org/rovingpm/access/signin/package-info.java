/** How people and programs sign in: from where, in which steps, why they are refused, and the sessions that begin with it. */
@org.springframework.modulith.NamedInterface("sign-in")
package org.rovingpm.access.signin;
