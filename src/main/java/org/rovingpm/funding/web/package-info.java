/** The funds and what their ledger says. */
package org.rovingpm.funding.web;
