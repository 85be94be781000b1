package org.rovingpm.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.badinput.NaughtyStrings;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.note.TeamNotes.Reader;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class WriteNoteTest {

    @Autowired
    private WriteNote writeNote;

    @Autowired
    private TeamNotes notes;

    @Autowired
    private Submissions submissions;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;

    @BeforeEach
    void aCase() {
        reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER);
    }

    private void write(String text, boolean forPm, Reader writer, String who) {
        Map<String, Object> fields = new HashMap<>(Map.of("note", text, "forPm", forPm));
        writeNote.write(reference, submissions.read(WriteNote.Form.class, fields), writer, who);
    }

    private List<String> readBy(Reader reader) {
        return notes.of(reference, reader, 10).stream().map(TeamNote::text).toList();
    }

    @Test
    void theOfficeReadsEverythingAndThePmWhatIsForThem() {
        write("Rang Dr Field: worried about the PM.", false, Reader.OFFICE, "coordinator");
        write("The key is at the pharmacy.", true, Reader.OFFICE, "coordinator");
        write("I have the key.", false, Reader.PM, "pm-1");

        assertThat(readBy(Reader.OFFICE))
                .containsExactly(
                        "I have the key.", "The key is at the pharmacy.", "Rang Dr Field: worried about the PM.");
        assertThat(readBy(Reader.PM)).containsExactly("I have the key.", "The key is at the pharmacy.");
        assertThat(notes.of(reference, Reader.OFFICE, 1)).hasSize(1);
    }

    @Test
    void savesANoteOnceHoweverOftenTheButtonIsPressed() {
        write("Rang.", false, Reader.OFFICE, "coordinator");
        write("Rang.", false, Reader.OFFICE, "coordinator");
        write("Rang.", false, Reader.OFFICE, "service-manager");
        write("Rang.", true, Reader.OFFICE, "service-manager");
        assertThat(readBy(Reader.OFFICE)).hasSize(3);
    }

    @Test
    void savesWhatWasWrittenAsItWasWrittenOrRefusesIt() {
        assertThatThrownBy(() -> write("  ", false, Reader.OFFICE, "coordinator"))
                .hasMessageContaining("Write the note.");
        assertThatThrownBy(() -> write("x".repeat(1_001), false, Reader.OFFICE, "coordinator"))
                .hasMessageContaining("1,000 characters");
        for (String naughty : NaughtyStrings.all()) {
            String text = "A " + naughty + " z";
            try {
                write(text, false, Reader.OFFICE, "coordinator");
                assertThat(notes.of(reference, Reader.OFFICE, 1).get(0).text()).isEqualTo(text.replace("\r\n", "\n"));
            } catch (Refusal refused) {
                assertThat(refused.getMessage()).startsWith("The note ");
            }
        }
    }

    @Test
    void theDatabaseLetsNobodyRewriteANote() {
        write("Rang.", false, Reader.OFFICE, "coordinator");
        assertThatThrownBy(() -> jdbc.sql("update team_note set text = 'x' where case_reference = :reference")
                        .param("reference", reference.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }
}
