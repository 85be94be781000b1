package org.rovingpm.document;

import jakarta.validation.constraints.NotBlank;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes a document. Its content is deleted for good, because some things (such as a patient's record) must not
 * stay. Its name, owner and the reason stay on record.
 */
@Service
public class RemoveDocument {

    private final Documents documents;
    private final Timeline timeline;

    RemoveDocument(Documents documents, Timeline timeline) {
        this.documents = documents;
        this.timeline = timeline;
    }

    public record Form(
            @NotBlank(message = "Say why the document is removed.") @PlainText(label = "The reason", max = 500)
            String reason) {}

    /** @param ownOnly whether this person may only remove documents that they added */
    @Transactional
    public void remove(CaseReference reference, long id, Form form, boolean ownOnly, String who) {
        Document document = documents
                .find(reference, id)
                .orElseThrow(() -> new Refusal("There is no such document in case %s.".formatted(reference)));
        if (ownOnly && !document.who().equals(who)) {
            throw new Refusal("You can only remove documents that you added. Ask the coordinator to remove this one.");
        }
        if (documents.remove(document, form.reason(), who)) {
            timeline.add(reference, who, "Document removed", document.name(), null, form.reason());
        }
    }
}
