package org.rovingpm.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rovingpm.document.AddDocument;
import org.rovingpm.note.TeamNotes.Reader;
import org.rovingpm.note.WriteNote;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes and documents on some of the demonstration's open cases, as an office might write them. */
@Component
@Profile("demo")
public class DemoDocuments {

    private static final int CASES = 24;
    private static final List<String> OFFICE = List.of(
            "Rang: the line is engaged until ten, try after surgery.",
            "The partners would rather not talk about this by e-mail.",
            "Prefers Tuesdays; the building is shut on Thursday afternoons.",
            "Ask the ICB about the telephones before the next visit.");
    private static final List<String> FOR_PM = List.of(
            "The key is at the pharmacy next door.",
            "Parking is behind the library, not in the yard.",
            "Rota software: the login comes from the surgery's IT.",
            "Please send the agenda to both partners.");
    private static final List<String> OF_PM =
            List.of("Have the key, thank you.", "The deputy will sit in on Monday.", "Minutes follow next week.");
    private static final String ROTA =
            "day;desk;telephone\nMonday;Kim;Lou\nTuesday;Lou;Kim\nWednesday;Kim;Max\nThursday;Max;Lou\nFriday;Lou;Kim\n";
    private static final String MINUTES = """
            Minutes of the partners' meeting (made up)

            1. Rotas: six weeks ahead, on the wall every Monday.
            2. Deputy: to stand in for one week in %s.
            3. Next meeting: in a fortnight.
            """;

    private final JdbcClient jdbc;
    private final Placements placements;
    private final WriteNote writeNote;
    private final AddDocument addDocument;

    DemoDocuments(JdbcClient jdbc, Placements placements, WriteNote writeNote, AddDocument addDocument) {
        this.jdbc = jdbc;
        this.placements = placements;
        this.writeNote = writeNote;
        this.addDocument = addDocument;
    }

    /** Adds them once, in the current transaction. */
    public void add() {
        List<CaseReference> open = jdbc
                .sql("select reference from published_case where closed_at is null order by reference limit " + CASES)
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::new)
                .toList();
        for (int number = 0; number < open.size(); number++) {
            CaseReference reference = open.get(number);
            String pm = placements.active(reference).map(Placement::pm).orElse(null);
            note(reference, OFFICE, number, false, Reader.OFFICE, number % 3 == 0 ? "manager" : "coordinator");
            if (pm != null && number % 2 == 0) {
                note(reference, FOR_PM, number / 2, true, Reader.OFFICE, "coordinator");
                note(reference, OF_PM, number, true, Reader.PM, pm);
                attach(reference, "Rota %s.csv".formatted(reference), ROTA, pm);
            }
            if (number % 3 == 0) {
                attach(reference, "Minutes of the partners' meeting.txt", MINUTES.formatted(reference), "coordinator");
            }
        }
    }

    private void note(
            CaseReference reference, List<String> texts, int number, boolean forPm, Reader writer, String who) {
        writeNote.write(reference, new WriteNote.Form(texts.get(number % texts.size()), forPm), writer, who);
    }

    private void attach(CaseReference reference, String name, String content, String who) {
        addDocument.add(reference, name, content.getBytes(StandardCharsets.UTF_8), who);
    }
}
