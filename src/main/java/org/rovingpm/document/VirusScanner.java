package org.rovingpm.document;

/** Scans uploads for viruses. */
interface VirusScanner {

    /** The result of a scan. */
    enum Verdict {
        CLEAN,
        INFECTED,
        NOT_SCANNED
    }

    /**
     * @return {@link Verdict#NOT_SCANNED} only where no scanner is configured
     * @throws ScannerUnavailable if there is one and it gives no verdict
     */
    Verdict scan(byte[] content);
}
