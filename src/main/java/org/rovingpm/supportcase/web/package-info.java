/** The pages on which help is requested: by a practice without an account, and by the liaison team on behalf of one. */
package org.rovingpm.supportcase.web;
