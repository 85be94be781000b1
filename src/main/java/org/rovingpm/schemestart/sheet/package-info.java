/** The sheets of the spreadsheet that is imported: their columns, and what may stand in them. */
package org.rovingpm.schemestart.sheet;
