package org.rovingpm.document;

/** Looks for viruses in what is uploaded. */
interface VirusScanner {

    /** What a scanner says. */
    enum Verdict {
        CLEAN,
        INFECTED,
        NOT_SCANNED
    }

    /**
     * @return {@link Verdict#NOT_SCANNED} only where no scanner is configured
     * @throws ScannerUnavailable where there is one and it gives no verdict
     */
    Verdict scan(byte[] content);
}
