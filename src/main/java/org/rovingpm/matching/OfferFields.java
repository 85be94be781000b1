package org.rovingpm.matching;

import java.util.List;
import java.util.Map;
import org.rovingpm.assessment.Needs;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The template fields of the latest offer. */
@Component
class OfferFields implements SubjectFields {

    private final Offers offers;
    private final Needs needs;

    OfferFields(Offers offers, Needs needs) {
        this.offers = offers;
        this.needs = needs;
    }

    @Override
    public String about() {
        return "offer";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("offerSessions", "Half days a week", "2"),
                TemplateField.text("offerFrom", "The first day of the expected period", "Monday 7 December 2026"),
                TemplateField.text("offerUntil", "The last day of it", "Sunday 28 February 2027"),
                TemplateField.text(
                        "offerExpires",
                        "When the offer is withdrawn unless it is answered",
                        "Wednesday 25 November 2026 at 11:00"),
                TemplateField.text(
                        "helpNeeded",
                        "The help needed, as it was assessed",
                        "Somebody to run the practice while the manager is ill"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        Offer offer = latest(reference);
        return FieldValues.on(
                "offer " + offer.id(),
                Map.of(
                        "offerSessions",
                        BritishFormat.number(offer.sessions()),
                        "offerFrom",
                        BritishFormat.weekdayAndDate(offer.from()),
                        "offerUntil",
                        BritishFormat.weekdayAndDate(offer.until().minusDays(1)),
                        "offerExpires",
                        BritishFormat.weekdayDateAndTime(offer.expiresAt()),
                        "helpNeeded",
                        needs.latest(reference).helpNeeded()));
    }

    private Offer latest(CaseReference reference) {
        return offers.open(reference)
                .or(() -> offers.ended(reference).stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("Nothing was offered in case " + reference));
    }
}
