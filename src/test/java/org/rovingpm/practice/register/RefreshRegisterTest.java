package org.rovingpm.practice.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.practice.register.RegisterChange.Kind.CHANGED_DETAILS;
import static org.rovingpm.practice.register.RegisterChange.Kind.CHANGED_STATUS;
import static org.rovingpm.practice.register.RegisterChange.Kind.CLOSED;
import static org.rovingpm.practice.register.RegisterChange.Kind.JOINED_SCHEME;
import static org.rovingpm.practice.register.RegisterChange.Kind.LEFT_SCHEME;
import static org.rovingpm.practice.register.RegisterChange.Kind.MOVED;
import static org.rovingpm.practice.register.RegisterChange.Kind.MOVED_BETWEEN_ICBS;
import static org.rovingpm.practice.register.RegisterChange.Kind.NEW;
import static org.rovingpm.practice.register.RegisterChange.Kind.NO_LONGER_LISTED;
import static org.rovingpm.practice.register.RegisterChange.Kind.RENAMED;
import static org.rovingpm.practice.register.RegisterChange.Kind.REOPENED;
import static org.rovingpm.practice.register.RegisterText.practice;
import static org.rovingpm.practice.register.RegisterText.with;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.PracticeDatabase;
import org.rovingpm.practice.PracticeStatus;
import org.rovingpm.practice.Practices;
import org.rovingpm.practice.file.RefusedRow;
import org.rovingpm.submission.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RefreshRegisterTest {

    private static final OdsCode CODE = new OdsCode("C84001");
    private static final String[] FIRST = practice("C84001", "FIRST SURGERY");
    private static final String[] SECOND = practice("C84002", "SECOND SURGERY");

    @TempDir
    private Path folder;

    private PracticeDatabase database;
    private Practices practices;
    private JdbcClient jdbc;

    @BeforeEach
    void createDatabase() {
        database = new PracticeDatabase();
        practices = database.practices;
        jdbc = database.jdbc;
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void addsThePracticesOfTheIcb() {
        RegisterReport report = refresh(new RegisterText()
                .row(FIRST)
                .row(with(SECOND, 13, "C", 12, "20200331"))
                .row(with(practice("C84003", "ELSEWHERE"), 4, "QHL")));

        assertThat(report.changes())
                .containsExactlyInAnyOrder(
                        change("C84001", NEW, null, "FIRST SURGERY"), change("C84002", NEW, null, "SECOND SURGERY"));
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.practices()).isEqualTo(3);
        assertThat(report.inScheme()).isEqualTo(2);
        assertThat(practices.find(CODE))
                .contains(new Practice(
                        CODE,
                        "FIRST SURGERY",
                        "1 HIGH STREET, NOTTINGHAM",
                        new Postcode("NG7 2NR"),
                        "0115 496 0001",
                        "QT1",
                        "52R",
                        PracticeStatus.ACTIVE,
                        LocalDate.of(1974, 4, 1),
                        null,
                        null,
                        CqcRating.UNKNOWN,
                        true,
                        null));
        assertThat(found("C84002").open()).isFalse();
        assertThat(practices.find(new OdsCode("C84003"))).isEmpty();
    }

    @Test
    void withoutAnIcbServesAllOfEnglandAndNotWales() {
        Path file = new RegisterText()
                .row(FIRST)
                .row(with(SECOND, 4, "QHL"))
                .row(with(practice("W00001", "CAERDYDD"), 3, "W00", 4, "Q99"))
                .in(folder);

        assertThat(refresh(file, " ").count(NEW)).isEqualTo(2);
        assertThat(practices.find(new OdsCode("W00001"))).isEmpty();
    }

    @Test
    void keepsLatin1Characters() {
        refresh(new RegisterText().row(with(FIRST, 2, "CAFÉ MÜLLER \\N\tSURGERY")));

        assertThat(found("C84001").name()).isEqualTo("CAFÉ MÜLLER \\N SURGERY");
    }

    @Test
    void loadingTheSameFileAgainChangesNothing() {
        RegisterText text = new RegisterText().row(FIRST).row(with(SECOND, 10, "", 12, "20200331", 13, "C"));
        refresh(text);
        Map<String, Object> before = versions();

        RegisterReport again = refresh(text);

        assertThat(again.changes()).isEmpty();
        assertThat(again.summary()).contains("Nothing changed");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void saysWhatAPracticeWasAndIsCalled() {
        assertThat(after(FIRST, with(FIRST, 2, "NEW NAME")))
                .containsExactly(change("C84001", RENAMED, "FIRST SURGERY", "NEW NAME"));
        assertThat(found("C84001").name()).isEqualTo("NEW NAME");
    }

    @Test
    void noticesAnotherAddressAndAnotherPostcode() {
        assertThat(after(FIRST, with(FIRST, 5, "2 LOW STREET")))
                .containsExactly(change(
                        "C84001", MOVED, "1 HIGH STREET, NOTTINGHAM, NG7 2NR", "2 LOW STREET, NOTTINGHAM, NG7 2NR"));
        assertThat(refresh(new RegisterText().row(with(FIRST, 5, "2 LOW STREET", 10, "ng11aa")))
                        .count(MOVED))
                .isEqualTo(1);
        assertThat(found("C84001").postcode()).isEqualTo(new Postcode("NG1 1AA"));
    }

    @Test
    void noticesClosingAndReopening() {
        String[] closed = with(FIRST, 13, "C", 12, "20260331");

        assertThat(after(FIRST, closed)).contains(change("C84001", CLOSED, "ACTIVE", "CLOSED"));
        assertThat(found("C84001").open()).isFalse();
        assertThat(found("C84001").closedOn()).isEqualTo("2026-03-31");
        assertThat(found("C84001").inScheme()).isTrue();
        assertThat(after(closed, FIRST)).contains(change("C84001", REOPENED, "CLOSED", "ACTIVE"));
        assertThat(found("C84001").open()).isTrue();
        assertThat(found("C84001").closedOn()).isNull();
    }

    @Test
    void aDormantPracticeIsNotOpenAndMayReopen() {
        String[] dormant = with(FIRST, 13, "D");

        assertThat(after(FIRST, dormant)).containsExactly(change("C84001", CHANGED_STATUS, "ACTIVE", "DORMANT"));
        assertThat(after(dormant, FIRST)).containsExactly(change("C84001", REOPENED, "DORMANT", "ACTIVE"));
    }

    @Test
    void noticesOtherDetails() {
        assertThat(after(FIRST, with(FIRST, 18, "", 15, "02Q")))
                .extracting(RegisterChange::kind)
                .containsExactly(CHANGED_DETAILS);
        assertThat(found("C84001").telephone()).isNull();
        assertThat(found("C84001").subIcb()).isEqualTo("02Q");
    }

    @Test
    void aPracticeThatLeavesTheIcbStaysAndIsKeptUpToDate() {
        String[] left = with(FIRST, 4, "QHL");
        refresh(new RegisterText().row(FIRST).row(SECOND));

        assertThat(refresh(new RegisterText().row(left).row(SECOND)).changes())
                .containsExactly(
                        change("C84001", LEFT_SCHEME, "in", "out"), change("C84001", MOVED_BETWEEN_ICBS, "QT1", "QHL"));
        assertThat(found("C84001").inScheme()).isFalse();
        assertThat(refresh(new RegisterText().row(with(left, 2, "NEW NAME")).row(SECOND))
                        .changes())
                .containsExactly(change("C84001", RENAMED, "FIRST SURGERY", "NEW NAME"));
        assertThat(refresh(new RegisterText().row(FIRST).row(SECOND)).changes())
                .contains(
                        change("C84001", JOINED_SCHEME, "out", "in"),
                        change("C84001", MOVED_BETWEEN_ICBS, "QHL", "QT1"));
        assertThat(found("C84001").inScheme()).isTrue();
    }

    @Test
    void aPracticeThatDisappearsStaysOutsideTheSchemeUntilItIsBack() {
        refresh(new RegisterText().row(FIRST).row(SECOND));

        assertThat(refresh(new RegisterText().row(SECOND)).changes())
                .containsExactly(
                        change("C84001", LEFT_SCHEME, "in", "out"),
                        change("C84001", NO_LONGER_LISTED, "FIRST SURGERY", null));
        assertThat(found("C84001").inScheme()).isFalse();
        assertThat(refresh(new RegisterText().row(SECOND)).changes()).isEmpty();
        assertThat(refresh(new RegisterText().row(FIRST).row(SECOND)).changes())
                .containsExactly(change("C84001", JOINED_SCHEME, "out", "in"));
    }

    @Test
    void aPracticeWhoseRowCannotBeReadHasNotDisappeared() {
        refresh(new RegisterText().row(FIRST).row(SECOND));

        RegisterReport report =
                refresh(new RegisterText().row(with(FIRST, 11, "soon")).row(SECOND));

        assertThat(report.changes()).isEmpty();
        assertThat(report.refused())
                .containsExactly(new RefusedRow(1, "has “soon” in column 11, which is not a date such as 20260331"));
        assertThat(report.summary()).contains("1 row left out");
        assertThat(found("C84001").inScheme()).isTrue();
    }

    @Test
    void practicesThatDoNotComeFromTheRegisterAreLeftAlone() {
        Practice invented = new Practice(
                new OdsCode("X90001"),
                "INVENTED",
                null,
                null,
                null,
                null,
                null,
                PracticeStatus.ACTIVE,
                null,
                null,
                9000,
                CqcRating.GOOD,
                true,
                null);
        practices.save(invented);

        refresh(new RegisterText().row(FIRST));

        assertThat(practices.find(invented.code())).contains(invented);
    }

    @Test
    void keepsTheListSizeAndRatingThatTheRegisterDoesNotGive() {
        refresh(new RegisterText().row(FIRST));
        jdbc.sql("update practice set list_size = 8000, cqc_rating = 'GOOD' where ods_code = 'C84001'")
                .update();

        refresh(new RegisterText().row(with(FIRST, 2, "NEW NAME")));

        assertThat(found("C84001").listSize()).isEqualTo(8000);
        assertThat(found("C84001").cqcRating()).isEqualTo(CqcRating.GOOD);
    }

    @Test
    void refusesAFileThatLacksManyOfTheKnownPractices() {
        RegisterText whole = new RegisterText();
        RegisterText half = new RegisterText();
        for (int i = 0; i < 30; i++) {
            whole.row(practice("C84%03d".formatted(i), "SURGERY " + i));
            if (i < 19) {
                half.row(practice("C84%03d".formatted(i), "CHANGED " + i));
            }
        }
        refresh(whole);

        assertThatThrownBy(() -> refresh(half))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lacks 11 of the 30 practices")
                .hasMessageContaining("ROVINGPM_REGISTER_MISSING_ALLOWED");
        assertThat(found("C84000").name()).isEqualTo("SURGERY 0");
        assertThat(found("C84029").inScheme()).isTrue();
    }

    @Test
    void refusesAnIcbThatIsNotInTheFile() {
        assertThatThrownBy(() -> refresh(new RegisterText().row(FIRST).in(folder), "QT2"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no practice in register")
                .hasMessageContaining("the ICB “QT2”")
                .hasMessageContaining("ROVINGPM_REGISTER_ICB");
    }

    @Test
    void refusesAFileThatIsNotThereAndKeepsWhatThereIs() {
        refresh(new RegisterText().row(FIRST));
        Path missing = folder.resolve("missing.csv");

        assertThatThrownBy(() -> refresh(missing, "QT1"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The register was not loaded: there is no file %s. What was loaded before stays as it is. "
                                .formatted(missing)
                        + "Correct the file or the setting rovingpm.register.file (ROVINGPM_REGISTER_FILE).");
        assertThatThrownBy(() -> refresh(folder, "QT1")).hasMessageContaining("is not a file");
        assertThat(found("C84001").inScheme()).isTrue();
    }

    @Test
    void refusesToLoadWhereNoRegisterIsSet() {
        assertThatThrownBy(() -> database.transaction(database.refreshRegister::refresh))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ROVINGPM_REGISTER_FILE");
    }

    @Test
    void aPracticeIsNeverDeleted() {
        refresh(new RegisterText().row(FIRST));

        assertThatThrownBy(() -> jdbc.sql("delete from practice where ods_code = 'C84001'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never deleted");
    }

    private List<RegisterChange> after(String[] before, String[] after) {
        refresh(new RegisterText().row(before));
        return refresh(new RegisterText().row(after)).changes();
    }

    private RegisterReport refresh(RegisterText text) {
        return refresh(text.in(folder), "QT1");
    }

    private RegisterReport refresh(Path file, String icb) {
        return database.transaction(() -> database.refreshRegister.refresh(file, icb));
    }

    private Practice found(String code) {
        return practices.find(new OdsCode(code)).orElseThrow();
    }

    /** The physical place of each row, which any update changes. */
    private Map<String, Object> versions() {
        return jdbc.sql(
                        "select string_agg(ods_code || ctid::text || xmin::text, ',' order by ods_code) as versions from practice")
                .query()
                .singleRow();
    }

    private static RegisterChange change(String code, RegisterChange.Kind kind, String before, String after) {
        return new RegisterChange(new OdsCode(code), kind, before, after);
    }
}
