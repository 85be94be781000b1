/** The pages of the watch list, and of each practice on it. */
package org.rovingpm.watchlist.web;
