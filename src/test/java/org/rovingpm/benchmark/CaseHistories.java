package org.rovingpm.benchmark;

import java.util.List;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;

/** A page of the timeline of closed cases. */
public final class CaseHistories implements Subject {

    @Override
    public void measure(Application application, BenchmarkTable table) {
        Timeline timeline = application.bean(Timeline.class);
        List<CaseReference> cases = application
                .jdbc()
                .sql("select reference from support_case where stage = 'CLOSED' order by md5(reference) limit 105")
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::new)
                .toList();
        table.times(
                "Timeline of a closed case, first 50 of %,d entries"
                        .formatted(application
                                .jdbc()
                                .sql("select count(*) from timeline_entry")
                                .query(Long.class)
                                .single()),
                Times.of(cases, 5, reference -> timeline.of(reference, 0, 50)),
                50);
    }
}
