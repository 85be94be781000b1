package org.rovingpm.document;

/** The virus scanner cannot be asked, or does not answer what was asked. */
class ScannerUnavailable extends RuntimeException {

    ScannerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
