package org.rovingpm.matching;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What messages may say of a search that ended without a PM. */
@Component
class SearchFields implements SubjectFields {

    private final StoppedSearches searches;

    SearchFields(StoppedSearches searches) {
        this.searches = searches;
    }

    @Override
    public String about() {
        return "search";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.optional(
                        "nobodyFoundBecause",
                        "Only where no PM was found: why, as the service manager wrote it for the practice",
                        "Nobody has so much time before the spring."),
                TemplateField.optional(
                        "signpostedTo",
                        "Only where no PM was found: where the practice can turn instead",
                        "The training hub, on 0115 496 0000"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return FieldValues.of(searches.find(reference)
                .<Map<String, Object>>map(
                        search -> Map.of("nobodyFoundBecause", search.told(), "signpostedTo", search.signpostedTo()))
                .orElse(Map.of()));
    }
}
