package org.rovingpm.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.rovingpm.document.VirusScanner.Verdict;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds a document to a case: of an allowed kind, at most 10 MB, at most 50 a case, and the same content only once.
 * Nothing of a refused file is stored, and nothing unscanned if there is a scanner.
 */
@Service
public class AddDocument {

    /** The most bytes of a document. */
    public static final int LARGEST = 10 * 1024 * 1024;
    /** The most documents of a case, without removed ones. */
    public static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(AddDocument.class);

    private final CheckDocument check;
    private final VirusScanner scanner;
    private final Documents documents;
    private final SupportCases cases;
    private final Timeline timeline;
    private final TransactionTemplate transaction;

    AddDocument(
            CheckDocument check,
            VirusScanner scanner,
            Documents documents,
            SupportCases cases,
            Timeline timeline,
            TransactionTemplate transaction) {
        this.check = check;
        this.scanner = scanner;
        this.documents = documents;
        this.cases = cases;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    /**
     * Checks and scans a file that no case is known for yet. Refuses what {@link #add} refuses of a file in itself.
     *
     * @param name    name of the file, as it was given
     * @param content its whole content
     * @return the name under which it would be stored
     */
    public String check(String name, byte[] content) {
        DocumentName called = DocumentName.read(name);
        check.kindOf(called, content);
        scan(content);
        return called.value();
    }

    /**
     * @param name    name of the file, as the browser sends it
     * @param content its whole content
     */
    public void add(CaseReference reference, String name, byte[] content, String who) {
        cases.get(reference);
        DocumentName called = DocumentName.read(name);
        DocumentKind kind = check.kindOf(called, content);
        refuseWhereFull(reference);
        // Before the transaction, so that no database connection waits for a scanner
        boolean scanned = scan(content) == Verdict.CLEAN;
        byte[] sha256 = sha256(content);
        transaction.executeWithoutResult(status -> {
            documents.lock(reference);
            Optional<Document> same = documents.same(reference, sha256);
            if (same.isEmpty()) {
                refuseWhereFull(reference);
                documents.add(reference, called.value(), kind, content, sha256, scanned, who);
                timeline.add(reference, who, "Document added", null, called.value(), null);
            } else if (!same.get().name().equals(called.value())) {
                throw new Refusal(
                        "file",
                        "This document is already in the case, as “%s”."
                                .formatted(same.get().name()));
            }
        });
    }

    private Verdict scan(byte[] content) {
        try {
            Verdict verdict = scanner.scan(content);
            if (verdict == Verdict.INFECTED) {
                throw new Refusal(
                        "file",
                        "The virus scanner found a virus in this file. It has not been saved. "
                                + "Do not open it, and tell your IT support.");
            }
            return verdict;
        } catch (ScannerUnavailable away) {
            LOG.error("An upload was refused because it could not be scanned", away);
            throw new Refusal(
                    "file",
                    "The virus scanner does not answer, so the file has not been saved. Try again in a few minutes; "
                            + "if it happens again, tell your administrator.");
        }
    }

    private void refuseWhereFull(CaseReference reference) {
        if (documents.count(reference) >= MOST) {
            throw new Refusal(
                    "file",
                    "Case %s has %d documents, the most that a case can have: remove one first."
                            .formatted(reference, MOST));
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
