/** The page on which the office reads replies, files those that wait, and says which are answered. */
package org.rovingpm.reply.web;
