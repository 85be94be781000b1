package org.rovingpm.benchmark.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.rovingpm.benchmark.Application;
import org.rovingpm.contract.Contracts;
import org.rovingpm.document.AddDocument;
import org.rovingpm.document.SampleFiles;
import org.rovingpm.note.TeamNotes;
import org.rovingpm.note.WriteNote;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.opentask.process.KeepOpenTasksFixture;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the database: people and practices, a real case at each stage, and copies of those to the size that is set. */
public final class FillDatabase {

    private final Application application;
    private final JdbcClient jdbc;

    public FillDatabase(Application application) {
        this.application = application;
        this.jdbc = application.server().jdbc();
    }

    public void fill() {
        PeopleAndPractices people = new PeopleAndPractices(application, jdbc);
        people.accounts();
        List<CaseStory> stories = stories();
        people.practices();
        people.funds();
        people.roster();
        new CopyCases(jdbc, application.size()).copy(stories);
        // What was copied past the triggers is taken in as at a first start
        KeepOpenTasksFixture.removeTriggers(jdbc);
        KeepOpenTasksFixture.start(application.engine(), jdbc, application.bean(Contracts.class));
        EarlierCases.list(jdbc);
        jdbc.sql("vacuum (analyze)").update();
        jdbc.sql("checkpoint").update();
    }

    private List<CaseStory> stories() {
        application.scheme().fund(CaseStory.FUND, new BigDecimal("1000000").toPlainString());
        List<CaseStory> stories = new ArrayList<>();
        IntStream.range(0, Stage.values().length).forEach(number -> {
            CaseStory story = new CaseStory(application.scheme(), number);
            Stage.values()[number].reach(story);
            papers(new CaseReference(story.reference()));
            stories.add(story);
        });
        deliver();
        return stories;
    }

    private void papers(CaseReference reference) {
        application
                .bean(AddDocument.class)
                .add(reference, "plan.pdf", SampleFiles.pdf("The plan"), PeopleAndPractices.COORDINATOR);
        WriteNote.Form note = new WriteNote.Form("Rang the practice: nobody there before ten.", true);
        application
                .bean(WriteNote.class)
                .write(reference, note, TeamNotes.Reader.OFFICE, PeopleAndPractices.COORDINATOR);
    }

    /** What the stories have queued is on its way before they are copied: the copies have nothing left to send. */
    private void deliver() {
        ManagementService jobs = application.engine().getManagementService();
        jobs.createJobQuery()
                .processDefinitionKey(MessageDeliveryProcess.KEY)
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }
}
