package org.rovingpm.schemestart.row;

import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.schemestart.sheet.SheetRow;
import org.rovingpm.submission.Refusal;

/** Makes of the rows of one sheet what they stand for. */
public interface RowImport {

    /**
     * What became of a row.
     *
     * @param made whether it made something; false where that is there already
     * @param what what it is, in a few words
     */
    record Imported(SheetRow row, boolean made, String what) {}

    Sheet sheet();

    /** What tells the row from others of the file; empty where nothing does. */
    String key(SheetRow row);

    /**
     * Takes part in the transaction of the whole file, and makes nothing that is there already.
     *
     * @param file number of the file
     * @param who  user id of the person who imports it
     * @throws Refusal that names fields by the keys of the columns
     */
    Imported take(SheetRow row, long file, String who);
}
