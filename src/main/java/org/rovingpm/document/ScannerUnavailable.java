package org.rovingpm.document;

/** The virus scanner cannot be reached, or gives no clear answer. */
class ScannerUnavailable extends RuntimeException {

    ScannerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
