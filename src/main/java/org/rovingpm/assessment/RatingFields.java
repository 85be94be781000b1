package org.rovingpm.assessment;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;

/** The template fields of the rating in force. */
@Component
class RatingFields implements SubjectFields {

    private static final Map<Rag, String> MEANINGS = Map.of(
            Rag.RED, "your practice needs help at once",
            Rag.AMBER, "your practice needs help soon",
            Rag.GREEN, "your practice can plan its help ahead");

    private final RagRatings ratings;

    RatingFields(RagRatings ratings) {
        this.ratings = ratings;
    }

    @Override
    public String about() {
        return "rating";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("rag", "The rating: Red, Amber or Green", "Amber"),
                TemplateField.text("ragMeaning", "What the rating means", MEANINGS.get(Rag.AMBER)),
                TemplateField.text("ragReason", "Why it is this rating, as staff recorded it", "The payroll is late."),
                TemplateField.text("ragAgreedWith", "Who at the practice agreed the rating", "Ann Field"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        RagRating rating = latest(reference);
        return FieldValues.on(
                "rating " + rating.id(),
                Map.of(
                        "rag",
                        rating.rag().label(),
                        "ragMeaning",
                        MEANINGS.get(rating.rag()),
                        "ragReason",
                        rating.reason(),
                        "ragAgreedWith",
                        rating.agreedWith()));
    }

    private RagRating latest(CaseReference reference) {
        return ratings.latest(reference)
                .orElseThrow(() -> new IllegalStateException("Case %s has no rating".formatted(reference)));
    }
}
