package org.rovingpm.caselist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.Referrals.Referral;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class ReferralsTest {

    private static final String OFFICER = "liaison-89";

    @Autowired
    private Scheme scheme;

    @Autowired
    private Referrals referrals;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MockMvc web;

    private String reference;

    @BeforeEach
    void aReferral() {
        scheme.account(OFFICER, "liaison");
        Map<String, Object> request = new HashMap<>(scheme.request(scheme.practice("Z99089")));
        request.put("referredByLiaison", true);
        request.put("consentGivenBy", "Dr Bell");
        request.put("consentOn", LocalDate.now(clock).toString());
        request.put("whatHappened", "Nobody else may read this.");
        reference = scheme.requestHelp(OFFICER, request);
    }

    @Test
    void anOfficerSeesTheStageOfTheirOwnReferralsAndNothingMore() throws Exception {
        assertThat(referrals.of(OFFICER, 0, 10))
                .extracting(Referral::reference, Referral::stage)
                .containsExactly(tuple(reference, CaseStage.REQUESTED));
        assertThat(referrals.of("liaison-90", 0, 10)).isEmpty();
        web.perform(get("/referrals").with(user(OFFICER).authorities(AuthorityUtils.createAuthorityList("liaison"))))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(reference),
                                containsString("Practice Z99089"),
                                containsString("Requested"),
                                not(containsString("Nobody else may read this")),
                                not(containsString("/cases/" + reference)))));
    }

    @Test
    void aCaseThatIsHiddenFromTheOfficerIsNotThere() {
        declareInterest.declare(OFFICER, new OdsCode("Z99089"), "My sister is a partner.");

        assertThat(referrals.of(OFFICER, 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "LIAISON", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseHasSuchAList(Role role) throws Exception {
        web.perform(get("/referrals")
                        .with(user("somebody").authorities(AuthorityUtils.createAuthorityList(role.group()))))
                .andExpect(status().isForbidden());
    }
}
