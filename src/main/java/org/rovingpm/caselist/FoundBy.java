package org.rovingpm.caselist;

/** How what was typed into the box was found. */
public enum FoundBy {
    /** Nothing was typed. */
    EVERYTHING,
    /** It is the number of a case. */
    NUMBER,
    /** It is in numbers, practices, ODS codes, contacts or PMs. */
    NAMES,
    /** It is in what was requested. */
    REQUEST,
    /** Something is spelt nearly so. */
    SPELLING,
    /** It is too little to look for. */
    TOO_SHORT,
    /** No way finds anything. */
    NOTHING
}
