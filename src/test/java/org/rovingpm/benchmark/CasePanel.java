package org.rovingpm.benchmark;

import java.util.List;
import org.rovingpm.access.Browser;
import org.rovingpm.access.TestPeople;
import org.rovingpm.benchmark.data.PeopleAndPractices;
import org.rovingpm.document.Documents;
import org.rovingpm.supportcase.CaseReference;

/** What Tasklist shows beside a form, as the browser asks for it, and the documents of a case. */
final class CasePanel implements Subject {

    private static final int TASKS = 105;
    private static final double SOON = 200;

    @Override
    public void measure(Application application, BenchmarkTable table) {
        Browser coordinator = new Browser(application.port());
        coordinator.signIn(PeopleAndPractices.COORDINATOR, TestPeople.PASSWORD);
        List<String> tasks = application
                .jdbc()
                .sql("select id_ from act_ru_task order by md5(id_) limit " + TASKS)
                .query(String.class)
                .list();
        table.times(
                "case panel beside a form, one task after the other",
                Times.of(tasks, 5, task -> open(coordinator, task)),
                SOON);
        Documents documents = application.bean(Documents.class);
        List<CaseReference> cases = application
                .jdbc()
                .sql("select reference from support_case order by md5(reference) limit " + TASKS)
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::new)
                .toList();
        table.times(
                "Documents of a case, among %,d"
                        .formatted(application
                                .jdbc()
                                .sql("select count(*) from case_document")
                                .query(Long.class)
                                .single()),
                Times.of(cases, 5, documents::of),
                SOON);
    }

    private static void open(Browser coordinator, String task) {
        int status = coordinator.get("/api/cases/case-panel?task=" + task).statusCode();
        if (status != 200) {
            throw new IllegalStateException("The case of task %s answered %d".formatted(task, status));
        }
    }
}
