/** The first page of everybody who is signed in, and what it leads on to. */
package org.rovingpm.home.web;
