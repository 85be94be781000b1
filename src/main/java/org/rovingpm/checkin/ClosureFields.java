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
import org.rovingpm.supportcase.closure.SupportRecord;
import org.springframework.stereotype.Component;

/** What messages may say of the support as a whole when it ends. */
@Component
class ClosureFields implements SubjectFields {

    private final CheckIns checkIns;
    private final SupportRecord supportRecord;

    ClosureFields(CheckIns checkIns, SupportRecord supportRecord) {
        this.checkIns = checkIns;
        this.supportRecord = supportRecord;
    }

    @Override
    public String about() {
        return "closure";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.optional("hoursOfSupport", "Hours of support in all, where there were any", "92"),
                TemplateField.optional("supportGiven", "Only where a PM has been at the practice: yes", "yes"));
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
        if (supportRecord.isGiven(reference)) {
            values.put("supportGiven", "yes");
        }
        return FieldValues.of(values);
    }
}
