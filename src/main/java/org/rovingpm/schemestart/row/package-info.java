/** What each row of a spreadsheet becomes: a PM, a fund, an open or a closed case. */
package org.rovingpm.schemestart.row;
