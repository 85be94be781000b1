/** A request for help on its way to becoming a case: written on the public pages, sent, confirmed, processed. */
package org.rovingpm.supportcase.request;
