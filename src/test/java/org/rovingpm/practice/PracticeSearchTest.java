package org.rovingpm.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class PracticeSearchTest {

    @Autowired
    private PracticeSearch search;

    @Autowired
    private Practices practices;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void somePractices() {
        practice("Y70001", "Quillfeather Surgery", "ZX7 2NR", PracticeStatus.ACTIVE, true);
        practice("Y70002", "Dr O'Quill & Partners", "ZX7 3AA", PracticeStatus.ACTIVE, true);
        practice("Y70003", "Quillfeather Branch", "ZX9 1AA", PracticeStatus.CLOSED, true);
        practice("Y70004", "Quillfeather Elsewhere", "ZX9 1AB", PracticeStatus.ACTIVE, false);
    }

    private void practice(String code, String name, String postcode, PracticeStatus status, boolean inScheme) {
        practices.save(new Practice(
                new OdsCode(code),
                name,
                "1 Mill Road, Quibblethorpe",
                new Postcode(postcode),
                null,
                "QZZ",
                null,
                status,
                null,
                null,
                5_000,
                CqcRating.GOOD,
                inScheme,
                null));
    }

    private List<String> codes(String typed) {
        return search.find(typed).matches().stream()
                .map(PracticeSearch.Match::code)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quillfeather",
                "quillf",
                "QUILLFEATHER SURGERY",
                "surgery  quillfeather",
                "ZX7 2NR",
                "zx72nr",
                "Y70001",
                "y70001 ",
                "quillfeather quibblethorpe",
                "Quilfeather Sugery",
                "the quilfeather medical centre"
            })
    void findsAPracticeByItsNamePostcodeOrCode(String typed) {
        assertThat(codes(typed)).first().isEqualTo("Y70001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'quill", "O’Quill", "oquill and partners", "dr oquill"})
    void doesNotMindPunctuation(String typed) {
        assertThat(codes(typed.replace(" and", ""))).containsExactly("Y70002");
    }

    @Test
    void findsOnlyOpenPracticesOfTheScheme() {
        assertThat(codes("quillfeather")).containsExactly("Y70001");
        assertThat(codes("Y70003")).doesNotContain("Y70003");
        assertThat(codes("Y70004")).doesNotContain("Y70004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "%", "_", "%%%", "\u0000", "\u202E", "😀😀", "\\", "zzzzqqqqxxxx"})
    void findsNothingForWhatNamesNoPractice(String typed) {
        assertThat(codes(typed)).isEmpty();
    }

    @Test
    void findsTwentyAtMostAndSaysWhenThereAreMore() {
        for (int number = 0; number < 21; number++) {
            practice(
                    "Y71%03d".formatted(number), "Manyfold Practice " + number, "ZX8 1AA", PracticeStatus.ACTIVE, true);
        }
        assertThat(search.find("manyfold").matches()).hasSize(20);
        assertThat(search.find("manyfold").more()).isTrue();
        assertThat(search.find("manyfold 20").more()).isFalse();
        assertThat(search.find("x".repeat(100_000)).matches()).isEmpty();
    }

    /** The bound of the scheme's requirement, on a register as large as England's. */
    @Test
    void takesLessThanFiftyMilliseconds() {
        jdbc.sql("""
            insert into practice (ods_code, name, address, postcode, status, in_scheme)
            select 'X' || lpad(i::text, 5, '0'), 'The ' || md5(i::text) || ' Medical Centre', i || ' High Street, Anytown', 'NG1 1AA', 'ACTIVE', true
              from generate_series(1, 6220) i""").update();
        jdbc.sql("analyze practice").update();
        for (String typed : List.of(
                "medical centre",
                "me",
                "the m",
                "quillfeather",
                "X06220",
                "Quilfether Sugery",
                "Quilfether Medical Centre",
                "hgh street",
                "qqqqzzzz",
                "NG1 1AA")) {
            search.find(typed);
            long fastest = Long.MAX_VALUE;
            for (int turn = 0; turn < 5; turn++) {
                Instant start = Instant.now();
                search.find(typed);
                fastest =
                        Math.min(fastest, Duration.between(start, Instant.now()).toMillis());
            }
            assertThat(fastest).as(typed).isLessThan(50);
        }
    }
}
