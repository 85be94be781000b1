package org.rovingpm.benchmark;

import java.util.List;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.matching.shortlist.Shortlist;
import org.rovingpm.supportcase.CaseReference;

/** The shortlist of the whole roster. */
final class Matching implements Subject {

    @Override
    public void measure(Application application, BenchmarkTable table) {
        DrawUpShortlist shortlist = application.bean(DrawUpShortlist.class);
        List<CaseReference> cases = application
                .jdbc()
                .sql("select reference from support_case where stage = 'MATCHING' order by 1 limit 35")
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::new)
                .toList();
        Shortlist first = shortlist.of(cases.get(0));
        if (!first.anyoneSuitable()) {
            throw new IllegalStateException("Nobody is suitable");
        }
        table.times(
                "Shortlist: %,d PMs, %,d suitable".formatted(application.size().pms(), first.countSuitable()),
                Times.of(cases, 5, shortlist::of),
                200);
    }
}
