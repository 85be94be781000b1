package org.rovingpm.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Referring a practice on, from the page of its case and while its request is assessed. */
@ApplicationTest
class ReferOnTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private ReferOn referOn;

    @Autowired
    private ReferralPlaces places;

    @Autowired
    private OnwardReferrals referrals;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private CaseReference reference;

    @BeforeEach
    void aCase() {
        reference = new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z91001"))));
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference.value());
        jdbc.sql(
                        "update support_case set stage = 'DECLINED', closed_at = now() where closed_at is null and reference = :reference")
                .param("reference", reference.value())
                .update();
        jdbc.sql("update referral_place set in_use = true").update();
    }

    private static UserRequestPostProcessor coordinator() {
        return user("coordinator").authorities(AuthorityUtils.createAuthorityList("coordinator"));
    }

    private ResultActions refer(String place, String reason) throws Exception {
        return web.perform(post("/cases/%s/referral".formatted(reference))
                .with(csrf())
                .with(coordinator())
                .param("referralPlace", place)
                .param("referralReason", reason));
    }

    private List<Message> told() {
        return messages.of(reference, 50).stream()
                .filter(message -> message.template().equals("referred-on"))
                .toList();
    }

    @Test
    void thePracticeIsToldWhereElseToTurnAndTheCaseGoesOn() throws Exception {
        web.perform(get("/cases/%s/referral".formatted(reference)).with(coordinator()))
                .andExpect(content().string(containsString("Practice Z91001 is told by e-mail where else to turn")))
                .andExpect(content().string(containsString("The place is told nothing by us")));
        refer("OCCUPATIONAL_HEALTH", "They see your team within two weeks.")
                .andExpect(redirectedUrl("/cases/" + reference));

        assertThat(told()).singleElement().satisfies(message -> {
            assertThat(message.person()).isEqualTo("Z91001");
            assertThat(message.body())
                    .contains("Occupational health", "They see your team within two weeks.", "told them nothing");
        });
        assertThat(timeline.latest(reference, ReferOn.REFERRED))
                .hasValueSatisfying(entry -> assertThat(entry.newValue()).isEqualTo("Occupational health"));
        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.REQUESTED);
        web.perform(get("/cases/" + reference).with(coordinator()))
                .andExpect(content().string(containsString("Referred on")))
                .andExpect(content().string(containsString("They see your team within two weeks.")));
    }

    @Test
    void casesAreFoundByThePlace() throws Exception {
        refer("ACCOUNTANT", "The accounts are late.");
        web.perform(get("/cases?referred=ACCOUNTANT").with(coordinator()))
                .andExpect(content().string(containsString(reference.value())));
        web.perform(get("/cases?referred=LMC").with(coordinator()))
                .andExpect(content().string(not(containsString(reference.value()))));
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
        refer("", "The accounts are late.")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Choose to where you refer the practice.")))
                .andExpect(content().string(containsString("The accounts are late.")));
        jdbc.sql("update referral_place set in_use = false where code = 'LMC'").update();
        refer("LMC", "They know.").andExpect(status().isOk());
        assertThat(told()).isEmpty();
    }

    @Test
    void sentTwiceAtTheSameMomentItIsReferredOnce() {
        ReferOn.Form form = new ReferOn.Form(places.get("GP_FEDERATION"), "They share a manager.");
        CyclicBarrier together = new CyclicBarrier(3);
        List<CompletableFuture<Boolean>> tries = Stream.of(1, 2, 3)
                .map(number -> CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        referOn.refer(reference, form, "coordinator");
                        return true;
                    } catch (Refusal again) {
                        return false;
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }))
                .toList();
        assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(referrals.of(reference)).hasSize(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void onlyTheOfficeRefersOn() throws Exception {
        web.perform(get("/cases/%s/referral".formatted(reference))
                        .with(user("commissioner").authorities(AuthorityUtils.createAuthorityList("commissioner"))))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void aRequestThatIsDeclinedCanBeReferredOnAsWell() {
        assertThatThrownBy(() -> assess(Map.of("referralReason", "They can help.")))
                .hasMessageContaining("say both where to and what they can help with");
        assess(Map.of("referralPlace", "ICB_DIGITAL", "referralReason", "They know the system."));
        assertThat(referrals.of(reference)).hasSize(1);
        assertThat(told()).hasSize(1);
        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.DECLINED);
        assertThatThrownBy(() ->
                        referOn.refer(reference, new ReferOn.Form(places.get("LMC"), "They can help."), "coordinator"))
                .hasMessageContaining("has ended");
    }

    private void assess(Map<String, Object> more) {
        Map<String, Object> fields = new java.util.HashMap<>(
                Map.of("decision", "DECLINE", "declineReason", "OTHER_SERVICE", "signpostedTo", "The digital team."));
        fields.putAll(more);
        scheme.complete(reference.value(), SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
    }

    @Test
    void noTwoPlacesThatAreOfferedHaveOneName() {
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into referral_place (code, label, position) values ('TWICE', 'OCCUPATIONAL health', 1)")
                        .update())
                .hasMessageContaining("referral_place_by_offered_label");
    }
}
