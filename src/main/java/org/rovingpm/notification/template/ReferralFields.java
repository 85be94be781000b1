package org.rovingpm.notification.template;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.referral.OnwardReferrals;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What messages may say of the latest referral of a case to another place. */
@Component
class ReferralFields implements SubjectFields {

    private final OnwardReferrals referrals;

    ReferralFields(OnwardReferrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public String about() {
        return "referral";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text(
                        "referralPlace", "The place to which the practice is referred", "Occupational health"),
                TemplateField.text(
                        "referralReason",
                        "What it can help with",
                        "They can see your reception team within two weeks."));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        return referrals
                .latest(reference)
                .map(referral -> FieldValues.on(
                        "referral " + referral.id(),
                        Map.of("referralPlace", referral.place().label(), "referralReason", referral.reason())))
                .orElseThrow(() -> new IllegalStateException("Case %s has not been referred on".formatted(reference)));
    }
}
