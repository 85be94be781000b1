package org.rovingpm.supportcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class TimelineTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;

    @BeforeEach
    void aCase() {
        reference = new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99009"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update timeline_entry set recorded_by = 'nobody'",
                "delete from timeline_entry",
                "truncate timeline_entry",
                "update rag_suggestion set rag = 'GREEN'",
                "delete from rag_suggestion"
            })
    void onlyGrowsWhoeverTriesToChangeIt(String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("only grows");
    }

    @Test
    void readsInOrderAPageAtATimeAndNeverMoreThanTwoHundred() {
        for (int entry = 1; entry <= 250; entry++) {
            timeline.add(reference, "coordinator", "Entry " + entry);
        }
        long before = timeline.count(reference) - 250;

        assertThat(timeline.of(reference, 0, 1000)).hasSize(200);
        assertThat(timeline.of(reference, 1, 50).get(0).what()).isEqualTo("Entry " + (51 - before));
    }
}
