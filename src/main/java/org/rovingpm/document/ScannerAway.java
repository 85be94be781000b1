package org.rovingpm.document;

/** The virus scanner cannot be asked, or does not answer what was asked. */
class ScannerAway extends RuntimeException {

    ScannerAway(String message, Throwable cause) {
        super(message, cause);
    }
}
