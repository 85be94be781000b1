/** What messages may say of an offer, and which PMs they may go to. */
package org.rovingpm.matching.message;
