package org.rovingpm.schemestart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.funding.Funds;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.schemestart.ImportSpreadsheet.Result;
import org.rovingpm.schemestart.file.WriteTemplate;
import org.rovingpm.schemestart.sheet.RowProblem;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.submission.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class ImportSpreadsheetTest {

    private static final String MANAGER = "service-manager";

    @Autowired
    private Scheme scheme;

    @Autowired
    private ImportedFiles files;

    @Autowired
    private ImportSpreadsheet importSpreadsheet;

    @Autowired
    private WriteTemplate template;

    @Autowired
    private RovingPms roster;

    @Autowired
    private Funds funds;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aPractice() {
        scheme.practice("Z99082");
        scheme.account("pm-82", "roving-pm");
    }

    @Test
    void aTrialTellsWhatWouldBeMadeAndMakesNothing() {
        long file = sent(everything());
        Result tried = importSpreadsheet.tryOut(file, MANAGER);

        assertThat(tried.problems()).isEmpty();
        assertThat(tried.made()).isEqualTo(3);
        assertThat(roster.find("pm-82")).isEmpty();
        assertThat(funds.find("IMPORT-82")).isEmpty();
        assertThat(cases()).isZero();

        assertThat(importSpreadsheet.run(file, MANAGER).made()).isEqualTo(3);
        assertThat(roster.find("pm-82").orElseThrow().name()).isEqualTo("Petra Moss");
        assertThat(funds.find("IMPORT-82").orElseThrow().available()).isEqualByComparingTo("11280");
        assertThat(cases()).isEqualTo(1);
        assertThat(files.latest().get(0)).satisfies(done -> {
            assertThat(done.sentBy()).isEqualTo(MANAGER);
            assertThat(done.made()).isEqualTo(3);
        });
        assertThat(jdbc.sql("select content from imported_file where id = :id")
                        .param("id", file)
                        .query(byte[].class)
                        .optional())
                .isEmpty();
    }

    @Test
    void sentTwiceItMakesNothingTwice() {
        importSpreadsheet.run(sent(everything()), MANAGER);
        Result again = importSpreadsheet.run(sent(everything()), MANAGER);

        assertThat(again.problems()).isEmpty();
        assertThat(again.made()).isZero();
        assertThat(again.rows()).hasSize(3);
        assertThat(cases()).isEqualTo(1);
        assertThat(funds.find("IMPORT-82").orElseThrow().allocated()).isEqualByComparingTo("12000");
    }

    @Test
    void oneFileIsImportedOnceAndByWhomItWasSentOnly() {
        long file = sent(everything());
        assertThatThrownBy(() -> importSpreadsheet.tryOut(file, "service-manager-2"))
                .isInstanceOf(Refusal.class);
        importSpreadsheet.run(file, MANAGER);
        assertThatThrownBy(() -> importSpreadsheet.run(file, MANAGER)).isInstanceOf(Refusal.class);
    }

    @Test
    void oneWrongRowKeepsEverythingFromBeingMade() {
        Map<String, Object> wrong = Sheets.openCase("OLD-2", "Z99082", today());
        wrong.put("stage", "Support in place");
        Result result = importSpreadsheet.run(sent(everything().row(Sheet.OPEN_CASES, wrong)), MANAGER);

        assertThat(result.problems())
                .extracting(RowProblem::sheet, RowProblem::row, RowProblem::column)
                .contains(
                        tuple(Sheet.OPEN_CASES, 3, "RAG rating"),
                        tuple(Sheet.OPEN_CASES, 3, "Sessions a week"),
                        tuple(Sheet.OPEN_CASES, 3, "PM"),
                        tuple(Sheet.OPEN_CASES, 3, "First visit on"));
        assertThat(cases()).isZero();
        assertThat(roster.find("pm-82")).isEmpty();
        assertThat(files.latest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "odsCode|Q12345|ODS code|has the ODS code",
                "contactEmail|nobody|Contact e-mail address|looks like name@example.org",
                "requestedOn|31/02/2026|Requested on|is not a date",
                "requestedOn|2027-03-01|Requested on|in the future",
                "helpKinds|Magic|Help requested|is not permitted here",
                "stage|Closed|Stage|is not permitted here",
                "pmPostVacant|perhaps|PM post vacant|write Yes, No",
                "whatHappened|=1+1|What has happened|Formulas are not worked out",
                "since|01/11/2026|In difficulty since|began after help was requested",
                "startOn|01/06/2026|Plan from|more than 28 days ago",
                "hours|4000|Hours left|2,000 or fewer",
                "fund|NOWHERE|Fund|no such fund",
                "pm|pm-unknown|PM|is not on the roster",
                "rag|Purple|RAG rating|Green, Amber, Red",
                "objective||Objective|Say what each objective is"
            })
    void eachFaultIsToldByRowAndColumn(String field, String value, String column, String sentence) {
        Map<String, Object> row = supported("OLD-1");
        row.put(field, value);
        Sheets sheets =
                new Sheets().row(Sheet.PMS, pm()).row(Sheet.FUNDS, fund()).row(Sheet.OPEN_CASES, row);

        assertThat(importSpreadsheet.tryOut(sent(sheets), MANAGER).problems()).anySatisfy(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.sentence()).contains(sentence);
        });
    }

    @Test
    void aPmNeedsAnAccount() {
        Map<String, Object> row = pm();
        row.put("pm", "pm-83");

        assertThat(importSpreadsheet
                        .tryOut(sent(new Sheets().row(Sheet.PMS, row)), MANAGER)
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("cannot sign in as a PM"));
    }

    @Test
    void theSameCaseTwiceInAFileIsAFault() {
        Sheets sheets = new Sheets()
                .row(Sheet.OPEN_CASES, Sheets.openCase("OLD-3", "Z99082", today()))
                .row(Sheet.OPEN_CASES, Sheets.openCase("old-3", "Z99082", today()));

        assertThat(importSpreadsheet.tryOut(sent(sheets), MANAGER).problems())
                .extracting(RowProblem::sentence)
                .containsExactly("The same open case stands in another row: remove one of them.");
    }

    @Test
    void csvIsReadAlike() throws IOException {
        ByteArrayOutputStream headings = new ByteArrayOutputStream();
        template.csv(Sheet.PMS, headings);
        String csv = headings.toString(StandardCharsets.UTF_8)
                + "pm-82,Petra Möss,petra@example.org,ng7 2nr,2.5,CQC; Finances,27/03/2028,2028-04-01\r\n";
        // The kind of help is called by its label
        String labelled = csv.replace("CQC;", "Poor CQC rating or an inspection ahead;");

        Result result = importSpreadsheet.run(
                files.add("pms.csv", labelled.getBytes(StandardCharsets.UTF_8), MANAGER), MANAGER);

        assertThat(result.problems()).isEmpty();
        assertThat(roster.find("pm-82").orElseThrow()).satisfies(found -> {
            assertThat(found.name()).isEqualTo("Petra Möss");
            assertThat(found.dbsValidUntil()).isEqualTo("2028-03-27");
            assertThat(found.skills()).hasSize(2);
        });
    }

    @Test
    void whatCannotBeStoredIsAFaultOfItsCell() throws IOException {
        ByteArrayOutputStream headings = new ByteArrayOutputStream();
        template.csv(Sheet.FUNDS, headings);
        String csv = headings.toString(StandardCharsets.UTF_8) + "FUND\u0000,Name,1E+999999999,,The ICB\r\n";

        assertThat(importSpreadsheet
                        .tryOut(files.add("a\u0000.csv", csv.getBytes(StandardCharsets.UTF_8), MANAGER), MANAGER)
                        .problems())
                .extracting(RowProblem::column, RowProblem::sentence)
                .containsExactly(tuple("Code", "A character here cannot be read: type the text again."));
        Map<String, Object> endless = new HashMap<>(fund());
        endless.put("amount", new BigDecimal("1E+999999"));
        assertThat(importSpreadsheet
                        .tryOut(sent(new Sheets().row(Sheet.FUNDS, endless)), MANAGER)
                        .problems())
                .extracting(RowProblem::column)
                .containsExactly("Money available (£)");
    }

    @Test
    void theTemplateIsReadAsAFileWithoutRows() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        template.workbook(bytes);
        refused(bytes.toByteArray(), "no rows below its headings");
    }

    @Test
    void whatIsNoSpreadsheetOrTooLargeIsRefusedInWords() throws IOException {
        refused("PK\u0003\u0004nonsense".getBytes(StandardCharsets.ISO_8859_1), "cannot be read as a workbook");
        refused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "headings of one sheet of the template");
        refused(new byte[] {0, 1, 2}, "headings of one sheet of the template");
        refused(bomb(), "unpacks to more");
        Sheets many = new Sheets();
        IntStream.rangeClosed(1, 501)
                .forEach(number -> many.row(Sheet.OPEN_CASES, Sheets.openCase("OLD-" + number, "Z99082", today())));
        refused(many.workbook(), "more than 500 rows");
    }

    @Test
    void anEntityOfAWorkbookIsNotRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(
                    "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook><sheets>&e;</sheets></workbook>"
                            .getBytes(StandardCharsets.UTF_8));
        }
        refused(bytes.toByteArray(), "cannot be read as a workbook");
    }

    @Test
    void aFileThatNobodyImportsIsDeletedAfterADay() {
        long file = sent(everything());
        clock.moveBy(java.time.Duration.ofHours(25));

        assertThatThrownBy(() -> importSpreadsheet.run(file, MANAGER)).isInstanceOf(Refusal.class);
        assertThat(files.deleteExpired()).isEqualTo(1);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int part = 0; part < 30; part++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        return bytes.toByteArray();
    }

    private void refused(byte[] content, String sentence) {
        long file = files.add("file", content, MANAGER);
        assertThatThrownBy(() -> importSpreadsheet.tryOut(file, MANAGER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private long sent(Sheets sheets) {
        return files.add("scheme.xlsx", sheets.workbook(), MANAGER);
    }

    private Sheets everything() {
        return new Sheets().row(Sheet.PMS, pm()).row(Sheet.FUNDS, fund()).row(Sheet.OPEN_CASES, supported("OLD-1"));
    }

    private Map<String, Object> supported(String reference) {
        Map<String, Object> row = Sheets.openCase(reference, "Z99082", today());
        row.putAll(Sheets.allTheWay("Support in place", "pm-82", "IMPORT-82", today()));
        return row;
    }

    private Map<String, Object> pm() {
        return new HashMap<>(Map.of(
                "pm",
                "pm-82",
                "name",
                "Petra Moss",
                "email",
                "petra@example.org",
                "homePostcode",
                "NG7 2NR",
                "sessionsAWeek",
                3,
                "skills",
                "Finances",
                "dbsValidUntil",
                today().plusYears(1),
                "agreementValidUntil",
                today().plusYears(1)));
    }

    private static Map<String, Object> fund() {
        return Map.of("code", "import-82", "name", "Imported fund", "amount", 12000, "note", "The ICB");
    }

    private long cases() {
        return jdbc.sql("select count(*) from case_practice where ods_code = 'Z99082'")
                .query(Long.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
