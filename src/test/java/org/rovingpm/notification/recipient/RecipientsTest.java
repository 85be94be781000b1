package org.rovingpm.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.template.TemplateFields;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class RecipientsTest {

    @Autowired
    private TemplateFields templateFields;

    @Autowired
    private SupportCases cases;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference supportedBy(String pm) {
        CaseReference reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER);
        jdbc.sql("""
                insert into placement (case_reference, pm, started_on, sessions_a_week, expected_end_on)
                values (:reference, :pm, current_date, 1, current_date + 30)""").param("reference", reference.value()).param("pm", pm).update();
        return reference;
    }

    @Test
    void aPmWhoHasLeftTheSchemeIsNotWrittenTo() {
        CaseReference reference = supportedBy(scheme.pm("pm-1"));
        assertThat(templateFields.recipient("pm").of(reference))
                .singleElement()
                .satisfies(pm -> assertThat(pm.address()).isEqualTo("pm-1@example.org"));

        scheme.leave("pm-1");

        assertThat(templateFields.recipient("pm").of(reference)).singleElement().satisfies(pm -> {
            assertThat(pm.isReachable()).isFalse();
            assertThat(pm.why()).isEqualTo("They have left the scheme.");
        });
    }

    @Test
    void aPmWhosePartHasEndedStillGetsWhatWasQueuedForThem() {
        CaseReference reference = supportedBy(scheme.pm("pm-1"));
        jdbc.sql(
                        "update placement set ended_on = current_date, end_reason = 'PM_WITHDREW' where case_reference = :reference")
                .param("reference", reference.value())
                .update();

        assertThat(templateFields.recipient("pm").of(reference)).isEmpty();
        assertThat(templateFields
                        .recipient("pm")
                        .findAgain(reference, "pm-1", "Test")
                        .isReachable())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm", "offered-pm", "withdrawn-pm", "person"})
    void whatWaitsToBeSentIsNotSentToSomebodyWithAnInterest(String role) {
        CaseReference reference = supportedBy(scheme.pm("pm-1"));
        assertThat(templateFields
                        .recipient(role)
                        .findAgain(reference, "pm-1", "Test")
                        .isReachable())
                .isTrue();

        declareInterest.declare("pm-1", cases.get(reference).leadingPractice(), "My brother works there.");

        assertThat(templateFields
                        .recipient(role)
                        .findAgain(reference, "pm-1", "Test")
                        .why())
                .isEqualTo("The case has been hidden from them.");
    }

    @Test
    void eachPracticeOfACaseHasAContactOfItsOwn() {
        CaseReference reference = supportedBy(scheme.pm("pm-1"));
        scheme.join(reference.value(), scheme.practice("Z99061"));

        assertThat(templateFields.recipient("practice").of(reference))
                .extracting(Recipient::name, Recipient::address)
                .containsExactly(
                        tuple("Dr Ann Field", "ann.field@example.org"),
                        tuple("Joan Joiner", "joan@Z99061.example.org"));
        assertThat(templateFields
                        .recipient("practice")
                        .findAgain(reference, "Z99061", "Joan Joiner")
                        .address())
                .isEqualTo("joan@Z99061.example.org");
    }

    @Test
    void aManagerWithAnInterestInAnyPracticeOfACaseHearsNothingOfIt() {
        CaseReference reference = supportedBy(scheme.pm("pm-1"));
        scheme.join(reference.value(), scheme.practice("Z99062"));
        scheme.pm("pm-near");
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values ('pm-near', 'service-manager')")
                .update();
        assertThat(templateFields.recipient("service-managers").of(reference))
                .extracting(Recipient::person)
                .contains("pm-near");

        declareInterest.declare("pm-near", new OdsCode("Z99062"), "My brother works there.");
        assertThat(templateFields.recipient("service-managers").of(reference))
                .extracting(Recipient::person)
                .doesNotContain("pm-near");
    }

    @Test
    void aManagerWithADeclaredInterestHearsNothingOfTheCase() {
        CaseReference reference = supportedBy(scheme.pm("pm-1"));
        for (String manager : List.of("manager-near", "manager-far")) {
            scheme.account(manager, "service-manager");
        }
        jdbc.sql("""
                insert into roving_pm (user_id, name, email, status, home_postcode, sessions_a_week, dbs_valid_until, agreement_valid_until,
                    joined_on, changed_at, changed_by)
                values ('manager-near', 'Near', 'near@example.org', 'ACTIVE', 'NG1 1AA', 1, '2030-01-01', '2030-01-01', '2020-01-01', now(), 'x')""").update();
        OdsCode practice = cases.get(reference).leadingPractice();
        declareInterest.declare("manager-near", practice, "My brother works there.");

        assertThat(templateFields.recipient("service-managers").of(reference))
                .extracting(Recipient::person)
                .contains("manager-far")
                .doesNotContain("manager-near");
        assertThat(templateFields
                        .recipient("service-managers")
                        .findAgain(reference, "manager-near", "Near")
                        .isReachable())
                .isFalse();
    }
}
