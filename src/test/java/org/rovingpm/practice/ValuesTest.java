package org.rovingpm.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void anOdsCodeIsWrittenInCapitalsWithoutSpacesAround() {
        assertThat(new OdsCode(" c84001 ").value()).isEqualTo("C84001");
        assertThat(OdsCode.of("c84001")).contains(new OdsCode("C84001"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "C8", "C8400100001", "C84 001", "C84-01", "Ç84001", "C84001'"})
    void anythingElseIsNotAnOdsCode(String written) {
        assertThat(OdsCode.of(written)).isEmpty();
        assertThatThrownBy(() -> new OdsCode(written))
                .hasMessage("An ODS code has 3 to 10 letters and digits, such as C84001.");
    }

    @ParameterizedTest
    @CsvSource({
        "ng72nr, NG7 2NR, NG7",
        "NG7 2NR, NG7 2NR, NG7",
        "' ng7  2nr ', NG7 2NR, NG7",
        "ec1a1bb, EC1A 1BB, EC1A",
        "M11AA, M1 1AA, M1",
        "DN551PT, DN55 1PT, DN55"
    })
    void aPostcodeIsAlwaysWrittenTheSameWay(String typed, String written, String outcode) {
        assertThat(new Postcode(typed).value()).isEqualTo(written);
        assertThat(new Postcode(typed).outcode()).isEqualTo(outcode);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "NG7", "NG7 2N", "NG72 NRX", "12345", "NG7-2NR", "NGX 2NR"})
    void anythingElseIsNotAPostcode(String written) {
        assertThat(Postcode.of(written)).isEmpty();
        assertThatThrownBy(() -> new Postcode(written)).hasMessage("A postcode looks like NG7 2NR.");
    }

    @Test
    void distancesAreMilesAsTheCrowFlies() {
        Position nottingham = new Position(52.9548, -1.1581);
        Position london = new Position(51.5074, -0.1278);

        assertThat(nottingham.milesTo(london)).isCloseTo(109.3, within(0.5));
        assertThat(london.milesTo(nottingham)).isEqualTo(nottingham.milesTo(london), within(1e-9));
        assertThat(nottingham.milesTo(nottingham)).isZero();
        assertThat(new Position(0, 0).milesTo(new Position(0, 180))).isCloseTo(12_436.8, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "-91, 0", "0, 181", "0, -181", "NaN, 0", "0, NaN", "Infinity, 0"})
    void aPositionIsOnTheEarth(double latitude, double longitude) {
        assertThatThrownBy(() -> new Position(latitude, longitude)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(PracticeStatus.class)
    void onlyAnActivePracticeIsOpen(PracticeStatus status) {
        assertThat(practice("THE SURGERY", status, 100).open()).isEqualTo(status == PracticeStatus.ACTIVE);
    }

    @Test
    void aPracticeWithoutNameOrStatusOrWithAnAbsurdListIsRefused() {
        assertThatThrownBy(() -> practice(" ", PracticeStatus.ACTIVE, 1)).hasMessageContaining("name");
        assertThatThrownBy(() -> practice("A".repeat(101), PracticeStatus.ACTIVE, 1))
                .hasMessageContaining("100 characters");
        assertThatThrownBy(() -> practice("THE SURGERY", null, 1)).hasMessageContaining("status");
        assertThatThrownBy(() -> practice("THE SURGERY", PracticeStatus.ACTIVE, -1))
                .hasMessageContaining("list size");
    }

    private static Practice practice(String name, PracticeStatus status, Integer listSize) {
        return new Practice(
                new OdsCode("C84001"),
                name,
                null,
                null,
                null,
                null,
                null,
                status,
                null,
                null,
                listSize,
                null,
                true,
                null);
    }
}
