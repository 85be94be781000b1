package org.rovingpm.document;

import java.time.Instant;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.supportcase.CaseReference;

/**
 * A document of a case, without its content.
 *
 * @param size    bytes
 * @param scanned whether a virus scanner found it clean
 * @param who     user id of the person who added it
 * @param removal null while it is there
 */
public record Document(
        long id,
        CaseReference reference,
        String name,
        DocumentKind kind,
        int size,
        boolean scanned,
        Instant at,
        String who,
        Removal removal) {

    /** The removal of a document, by whom and why. */
    public record Removal(Instant at, String who, String reason) {}

    /** @return the size as people read it, such as "240 KB" */
    public String readableSize() {
        return size < 1024 * 1024
                ? BritishFormat.number(Math.max(1, size / 1024)) + " KB"
                : "%.1f MB".formatted(size / 1024.0 / 1024.0);
    }
}
