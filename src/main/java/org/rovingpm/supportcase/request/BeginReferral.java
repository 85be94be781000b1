package org.rovingpm.supportcase.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.RequestFields;
import org.rovingpm.supportcase.Secret;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins a referral with a practice that has agreed to it. The rest is written on the pages of a referral, where these answers can
 * still be changed, and all of it is checked before it is sent.
 */
@NamedInterface("request")
@Component
public class BeginReferral {

    private final HelpRequests requests;

    BeginReferral(HelpRequests requests) {
        this.requests = requests;
    }

    /**
     * A referral that is being written.
     *
     * @param request its id, by which {@link ReferralOpened} tells of it
     * @param visitor by which the browser is known that writes it
     */
    @NamedInterface("request")
    public record Begun(long request, Secret visitor) {}

    /**
     * @param consentGivenBy who at the practice agreed
     * @param referrer       user id of the person who refers it
     */
    @Transactional
    public Begun begin(OdsCode practice, String consentGivenBy, LocalDate consentOn, String referrer) {
        Secret visitor = requests.begin(
                referrer,
                Map.of(
                        RequestFields.PRACTICE.key(),
                        List.of(practice.value()),
                        "consentGivenBy",
                        List.of(consentGivenBy),
                        "consentOn-day",
                        List.of(Integer.toString(consentOn.getDayOfMonth())),
                        "consentOn-month",
                        List.of(Integer.toString(consentOn.getMonthValue())),
                        "consentOn-year",
                        List.of(Integer.toString(consentOn.getYear()))));
        return new Begun(requests.of(visitor).orElseThrow().id(), visitor);
    }
}
