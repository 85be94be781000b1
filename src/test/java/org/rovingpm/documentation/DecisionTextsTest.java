package org.rovingpm.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    ''                  | –
                    -                   | –
                    true                | yes
                    false               | no
                    null                | not known
                    <= 5000             | ≤ 5000
                    12                  | 12
                    [0..14]             | 0 to 14
                    (7..28]             | above 7 to 28
                    [6000..12000)       | 6000 to below 12000
                    "RED"               | Red
                    "AMBER","GREEN"     | Amber or Green
                    "REQUIRES_IMPROVEMENT" | Requires improvement
                    "Assess request"    | Assess request
                    "userTask_choosePm" | `userTask_choosePm`
                    "failedStep"        | `failedStep`
                    count(?) >= 4       | `count(?) >= 4`
                    """)
    void aCellReadsAsPeopleWouldSayIt(String written, String read) {
        assertThat(DecisionTexts.cell(written)).isEqualTo(read);
    }
}
