/** Reading a spreadsheet that somebody sends, and writing the template of it. */
package org.rovingpm.schemestart.file;
