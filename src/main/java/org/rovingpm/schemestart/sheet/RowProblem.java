package org.rovingpm.schemestart.sheet;

/**
 * Something that keeps a spreadsheet from being imported.
 *
 * @param row      as the spreadsheet numbers it; 0 where it is about the whole sheet
 * @param column   its heading; empty where it is about the whole row
 * @param sentence what is wrong and what to do
 */
public record RowProblem(Sheet sheet, int row, String column, String sentence) {}
