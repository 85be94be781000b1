package org.rovingpm.supportcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Referrals by the liaison team in Tasklist: never without the practice's consent, and the practice reads of it. */
@ApplicationTest
@StartsAt
@Transactional
class ReferralTest {

    private static final String OFFICER = "liaison-88";

    @Autowired
    private Scheme scheme;

    @Autowired
    private Messages messages;

    @Autowired
    private MovableClock clock;

    private Map<String, Object> request;

    @BeforeEach
    void aPractice() {
        scheme.account(OFFICER, "liaison");
        request = new HashMap<>(scheme.request(scheme.practice("Z99088")));
    }

    @Test
    void aLiaisonOfficerOpensNoCaseWithoutTheConsentOfThePractice() {
        assertThatThrownBy(() -> scheme.requestHelp(OFFICER, request))
                .hasMessageContaining("You can only refer a practice");
        request.put("referredByLiaison", true);
        assertThatThrownBy(() -> scheme.requestHelp(OFFICER, request))
                .hasMessageContaining("Say who at the practice agreed")
                .hasMessageContaining("Give the date");
    }

    @Test
    void thePracticeReadsWhoReferredItAndWhoAgreed() {
        request.put("referredByLiaison", true);
        request.put("consentGivenBy", "Dr Bell, senior partner");
        request.put("consentOn", LocalDate.now(clock).minusDays(3).toString());

        assertThat(received(scheme.requestHelp(OFFICER, request)))
                .contains("Test liaison-88 has referred your practice to us.")
                .contains("Dr Bell, senior partner, on 20 November 2026.");
    }

    @Test
    void aPracticeThatAsksItselfReadsNothingOfTheKind() {
        assertThat(received(scheme.requestHelp("coordinator", request))).doesNotContain("referred");
    }

    private String received(String reference) {
        return messages.of(new CaseReference(reference), 10).stream()
                .filter(message -> message.template().equals("request-received"))
                .map(Message::body)
                .findFirst()
                .orElseThrow();
    }
}
