package org.rovingpm.linkedcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.linkedcase.LinkCases.How;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class LinkCasesTest {

    private static final CaseReader COORDINATOR = new CaseReader("cora", Set.of(Role.COORDINATOR));
    private static final CaseReader PM = new CaseReader("pm.one", Set.of(Role.ROVING_PM));

    @Autowired
    private LinkCases linkCases;

    @Autowired
    private CaseLinks links;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference one;
    private CaseReference other;

    @BeforeEach
    void twoCases() {
        one = aCase();
        other = aCase();
    }

    private CaseReference aCase() {
        return new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER);
    }

    private String link(CaseReference from, CaseReference to, How how) {
        return linkCases.link(from, new LinkCases.Form(to.value(), how, "They merge."), COORDINATOR);
    }

    @Test
    void aLinkIsSeenFromBothCases() {
        jdbc.sql("update support_case set requested_at = requested_at + interval '1 day' where reference = :later")
                .param("later", other.value())
                .update();

        assertThat(link(one, other, How.FOLLOW_UP))
                .isEqualTo("%s is linked as a follow-up of %s.".formatted(other, one));

        assertThat(links.of(one, COORDINATOR)).singleElement().satisfies(link -> {
            assertThat(link.label()).isEqualTo("Followed up by");
            assertThat(link.reference()).isEqualTo(other);
            assertThat(link.reason()).isEqualTo("They merge.");
            assertThat(link.who()).isEqualTo("cora");
        });
        assertThat(links.of(other, COORDINATOR))
                .extracting(LinkedCase::label, LinkedCase::reference)
                .containsExactly(org.assertj.core.api.Assertions.tuple("Follows up", one));
    }

    @ParameterizedTest
    @EnumSource(
            value = How.class,
            names = {"RELATED", "FOLLOW_UP", "MERGER"})
    void twoCasesAreLinkedInOneWayOnceWhicheverIsNamedFirst(How how) {
        link(one, other, how);

        assertThatThrownBy(() -> link(other, one, how)).hasMessage("The two cases are linked like that already.");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into case_link (kind, from_case, to_case, reason, linked_at, linked_by)
                        select kind, to_case, from_case, 'Again.', linked_at + interval '1 s', linked_by from case_link
                        where from_case in (:cases)""")
                        .param("cases", List.of(one.value(), other.value()))
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aCaseIsNeverLinkedToItself() {
        assertThatThrownBy(() -> link(one, one, How.RELATED)).hasMessageContaining("cannot be linked to itself");
        assertThatThrownBy(() -> insert("RELATED", one, one)).hasMessageContaining("case_link_of_two_cases");
    }

    @Test
    void aLinkIsEndedWithAReasonStaysOnRecordAndCanBeMadeAgain() {
        link(one, other, How.RELATED);
        LinkedCase link = links.of(other, COORDINATOR).get(0);

        linkCases.end(other, link, new LinkCases.End("They are not."), COORDINATOR);

        assertThatThrownBy(() -> linkCases.end(one, link, new LinkCases.End("Again."), COORDINATOR))
                .hasMessageContaining("ended already");
        assertThat(links.of(one, COORDINATOR)).singleElement().satisfies(ended -> {
            assertThat(ended.ended()).isTrue();
            assertThat(ended.endReason()).isEqualTo("They are not.");
            assertThat(ended.canEnd()).isFalse();
        });
        link(one, other, How.RELATED);
        assertThat(links.of(one, COORDINATOR))
                .extracting(LinkedCase::ended)
                .as("those that hold first")
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @EnumSource(How.class)
    void everyWaySaysWhatWillHappenAndWhyItCannot(How how) {
        assertThat(linkCases.ways(cases.get(one), cases.get(other)))
                .filteredOn(way -> way.how() == how)
                .singleElement()
                .satisfies(way -> {
                    assertThat(way.title()).isNotBlank();
                    assertThat(way.says()).endsWith(".");
                    if (how == How.DUPLICATE_OF_OTHER || how == How.OTHER_IS_DUPLICATE) {
                        assertThat(way.impossible()).contains("are not of the same practices");
                    } else {
                        assertThat(way.impossible()).isNull();
                    }
                });
    }

    @Test
    void aHiddenCaseDoesNotExistAsTheOtherEnd() {
        link(one, other, How.RELATED);
        jdbc.sql("""
                insert into kept_out (case_reference, person, reason, kept_out_at, kept_out_by)
                values (:reference, 'cora', 'A dispute.', now(), 'sam')""").param("reference", other.value()).update();
        LinkedCase link = links.of(one, new CaseReader("sam", Set.of(Role.SERVICE_MANAGER)))
                .get(0);

        assertThat(links.of(one, COORDINATOR)).isEmpty();
        assertThat(links.find(one, link.id(), COORDINATOR)).isEmpty();
        assertThat(timeline.latest(one, 10)).isEmpty();
        assertThatThrownBy(() -> link(one, other, How.MERGER)).hasMessage(noCase("RPM-2026-9999999"));
    }

    private String noCase(String reference) {
        try {
            linkCases.other(one, reference, COORDINATOR);
            throw new AssertionError("There is such a case");
        } catch (Refusal refusal) {
            return refusal.getMessage();
        }
    }

    @Test
    void aPmSeesNoLinkToACaseOfAnotherPmAndMakesNone() {
        link(one, other, How.RELATED);

        assertThat(links.of(one, PM)).isEmpty();
        assertThatThrownBy(() -> linkCases.link(one, new LinkCases.Form(other.value(), How.MERGER, "Why."), PM))
                .hasMessageContaining("speak to the coordinator");
    }

    @Test
    void theRecordOfALinkIsNeitherRewrittenNorDeleted() {
        link(one, other, How.RELATED);
        for (String change : Stream.of(
                        "update case_link set kind = 'MERGER'",
                        "update case_link set reason = 'Another.'",
                        "delete from case_link")
                .toList()) {
            jdbc.sql("savepoint before").update();
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
            jdbc.sql("rollback to before").update();
        }
    }

    @Test
    void thereIsNoChainOfDuplicatesNoCircleAndOneSurvivor() {
        CaseReference third = aCase();
        insert("DUPLICATE", one, other);
        for (List<CaseReference> ends :
                List.of(List.of(other, one), List.of(other, third), List.of(third, one), List.of(one, third))) {
            jdbc.sql("savepoint before").update();
            assertThatThrownBy(() -> insert("DUPLICATE", ends.get(0), ends.get(1)))
                    .as("%s", ends)
                    .isInstanceOf(DataAccessException.class);
            jdbc.sql("rollback to before").update();
        }
        insert("DUPLICATE", third, other);
        assertThat(links.duplicatesOf(other, "cora")).containsExactly(one, third);
    }

    @Test
    void anEarlierCaseIsNoFollowUp() {
        jdbc.sql("update support_case set requested_at = requested_at + interval '1 day' where reference = :later")
                .param("later", other.value())
                .update();

        assertThatThrownBy(() -> insert("FOLLOW_UP", one, other)).hasMessageContaining("was requested before");
    }

    private void insert(String kind, CaseReference from, CaseReference to) {
        jdbc.sql("""
                insert into case_link (kind, from_case, to_case, reason, linked_at, linked_by)
                values (:kind, :from, :to, 'Why.', now(), 'cora')""")
                .param("kind", kind)
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }
}
