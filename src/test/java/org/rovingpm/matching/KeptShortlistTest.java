package org.rovingpm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rovingpm.matching.ChoosePm.Decision;
import org.rovingpm.matching.shortlist.Candidate;
import org.rovingpm.matching.shortlist.KeptShortlist;
import org.rovingpm.matching.shortlist.KeptShortlists;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The shortlist as it was when somebody decided by it. */
@Transactional
class KeptShortlistTest extends MatchingTest {

    @Autowired
    private KeptShortlists keptShortlists;

    private void choose(CaseReference reference, Decision decision, String pm, String reason) {
        choosePm.choose(reference, new ChoosePm.Form(decision, pm, reason), "service-manager");
    }

    @Test
    void keepsScoresReasonsAndExclusionsByNamedPartAndRule() {
        String first = pm("pm-1").joins();
        String second = pm("pm-2").miles(30).skills("CQC").joins();
        pm("pm-3").dbs(TODAY.minusDays(1)).sessions("0.5").joins();
        CaseReference reference = matchingCase();
        List<Candidate> shown = drawUpShortlist.of(reference).suitable();

        choose(reference, Decision.CHOOSE, second, "They know the federation.");

        KeptShortlist kept = keptShortlists.of(reference).get(0);
        assertThat(kept.who()).isEqualTo("service-manager");
        assertThat(kept.offeredTo()).isEqualTo(second);
        assertThat(kept.reason()).isEqualTo("They know the federation.");
        assertThat(kept.suitable()).isEqualTo(2);
        assertThat(kept.unsuitable()).isPositive();
        assertThat(kept.rows())
                .filteredOn(row -> row.place() != null)
                .extracting(KeptShortlist.Row::pm, KeptShortlist.Row::place, KeptShortlist.Row::score)
                .containsExactly(
                        tuple(first, 1, shown.get(0).score()),
                        tuple(second, 2, shown.get(1).score()));
        assertThat(kept.rows()).filteredOn(row -> row.pm().equals(first)).allSatisfy(row -> {
            assertThat(row.name()).isEqualTo("Test pm-1");
            assertThat(row.why())
                    .extracting(KeptShortlist.Reason::part)
                    .containsExactly("SKILLS", "DISTANCE", "HISTORY", "WORKLOAD");
            assertThat(row.why().stream().map(KeptShortlist.Reason::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("points of the parts")
                    .isBetween(
                            row.score().subtract(new BigDecimal("0.2")),
                            row.score().add(new BigDecimal("0.2")));
        });
        assertThat(kept.rows())
                .filteredOn(row -> row.pm().equals("pm-3"))
                .flatExtracting(KeptShortlist.Row::why)
                .filteredOn(reason -> ((KeptShortlist.Reason) reason).points() == null)
                .extracting("part")
                .containsExactly("DBS_CHECK", "CAPACITY");
    }

    @Test
    void staysAsItWasWhateverBecomesOfTheRoster() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        choose(reference, Decision.NOBODY_SUITABLE, null, "Too far.");
        KeptShortlist before = keptShortlists.of(reference).get(0);
        assertThat(before.offeredTo()).isNull();
        assertThat(before.rows()).extracting(KeptShortlist.Row::pm).contains(pm);

        jdbc.sql("update roving_pm set name = 'Somebody Else', status = 'LEFT' where user_id = :pm")
                .param("pm", pm)
                .update();
        assertThat(keptShortlists.of(reference)).containsExactly(before);
        assertThatThrownBy(() -> jdbc.sql("delete from kept_reason").update())
                .rootCause()
                .hasMessageContaining("kept_reason");
    }
}
