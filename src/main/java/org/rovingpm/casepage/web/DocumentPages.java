package org.rovingpm.casepage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.document.Document;
import org.rovingpm.document.Documents;
import org.rovingpm.document.RemoveDocument;
import org.rovingpm.linkedcase.CaseLinks;
import org.rovingpm.submission.Submissions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Downloads and removes the documents of a case. Those of its duplicates are part of it, and are removed in their own cases. */
@Controller
class DocumentPages {

    private final Admission admission;
    private final Documents documents;
    private final RemoveDocument removeDocument;
    private final Submissions submissions;
    private final CaseLinks links;

    DocumentPages(
            Admission admission,
            Documents documents,
            RemoveDocument removeDocument,
            Submissions submissions,
            CaseLinks links) {
        this.admission = admission;
        this.documents = documents;
        this.removeDocument = removeDocument;
        this.submissions = submissions;
        this.links = links;
    }

    /** Always a file to save: no browser shows it as a page of ours, guesses its type or keeps a copy. */
    @GetMapping("/cases/{reference}/documents/{id}")
    ResponseEntity<byte[]> give(@PathVariable String reference, @PathVariable long id, Authentication person) {
        Admitted reader = admission.to(reference, person);
        Document document = Stream.concat(
                        Stream.of(reader.reference()), links.duplicatesOf(reader.reference(), reader.user()).stream())
                .flatMap(one -> documents.find(one, id).stream())
                .findFirst()
                .orElseThrow(Admission::notFound);
        byte[] content = documents.contentOf(document).orElseThrow(Admission::notFound);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, document.kind().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(content);
    }

    @PostMapping("/cases/{reference}/documents/{id}/removal")
    Object remove(
            @PathVariable String reference,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Authentication person,
            RedirectAttributes after) {
        Admitted remover = admission.to(reference, person);
        return Outcome.of(
                () -> removeDocument.remove(
                        remover.reference(),
                        id,
                        submissions.read(RemoveDocument.Form.class, Map.of("reason", reason)),
                        !remover.office(),
                        remover.user()),
                "The document has been removed.",
                "/cases/" + remover.reference(),
                "documents",
                Map.of(),
                request,
                after);
    }
}
