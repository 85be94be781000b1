package org.rovingpm.checkin;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What messages may say of the support as a whole when it ends. */
@Component
class ClosureFields implements SubjectFields {

    private final CheckIns checkIns;

    ClosureFields(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public String about() {
        return "closure";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(TemplateField.optional("hoursOfSupport", "Hours of support in all, where there were any", "92"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        Map<String, Object> values = new HashMap<>();
        List<CheckIn> weeks = checkIns.of(reference);
        if (!weeks.isEmpty()) {
            values.put(
                    "hoursOfSupport",
                    BritishFormat.number(weeks.stream().map(CheckIn::hours).reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        return FieldValues.of(values);
    }
}
