package org.rovingpm.practice.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Position;
import org.rovingpm.practice.Positions;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.PracticeStatus;
import org.rovingpm.practice.Practices;
import org.rovingpm.practice.file.RefusedRow;
import org.rovingpm.submission.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class RefreshPositionsTest {

    @TempDir
    private Path folder;

    @Autowired
    private RefreshPositions refreshPositions;

    @Autowired
    private Positions positions;

    @Autowired
    private AddPositions addPositions;

    @Autowired
    private Practices practices;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postcode,lat,lon\nng72nr,52.95,-1.17",
                "\uFEFFPCDS,Long,Lat\nNG7 2NR,-1.17,52.95",
                "pcd,pcds,quality,longitude,latitude,note\nNG72NR,NG7 2NR,1,-1.17,52.95,x",
                "\"pcd\",\"pcds\",\"lat\",\"long\"\n\"NG7 2NR\",\"NG7  2NR\",52.95,-1.17\n",
                "longitude , latitude , postcode\r\n-1.17,52.95,NG7 2NR\r\n\r\n"
            })
    void readsTheColumnsInAnyOrderAmongOthers(String text) {
        PositionsReport report = refreshPositions.refreshPostcodes(file(text));

        assertThat(report.positions()).isEqualTo(1);
        assertThat(report.refused()).isEmpty();
        assertThat(positions.of("NG7 2NR")).contains(new Position(52.95, -1.17));
    }

    @Test
    void fallsBackToTheAverageOfTheOutwardCode() {
        refreshPositions.refreshPostcodes(
                file("postcode,lat,lon\nNG7 2NR,52.95,-1.17\nNG7 2NS,52.97,-1.19\nNG71 1AA,53.5,-1.5"));

        assertThat(positions.of("ng7 9zz")).contains(new Position(52.96, -1.18, true));
        assertThat(positions.of("NG8 1AA")).isEmpty();
        assertThat(positions.of("no postcode")).isEmpty();
        assertThat(positions.of((String) null)).isEmpty();
        assertThat(positions.ofAll(List.of(
                        new Postcode("NG7 2NR"),
                        new Postcode("NG7 9ZZ"),
                        new Postcode("NG8 1AA"),
                        new Postcode("NG72NR"))))
                .isEqualTo(Map.of(
                        new Postcode("NG7 2NR"),
                        new Position(52.95, -1.17),
                        new Postcode("NG7 9ZZ"),
                        new Position(52.96, -1.18, true)));
    }

    @Test
    void aFileOfOutwardCodesCountsMoreThanTheAverage() {
        refreshPositions.refreshPostcodes(file("postcode,lat,lon\nNG7 2NR,52.95,-1.17\nNG8 2NR,52.95,-1.17"));
        refreshPositions.refreshOutcodes(file("outcode,lat,lon,n_postcodes\nng7,52.9,-1.1,600"));
        refreshPositions.refreshPostcodes(file("postcode,lat,lon\nNG7 2NS,52.95,-1.17\nNG8 2NS,52.97,-1.17"));

        assertThat(positions.of("NG7 9ZZ")).contains(new Position(52.9, -1.1, true));
        assertThat(positions.of("NG8 9ZZ")).contains(new Position(52.96, -1.17, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NG7 2NR,52.95 | has 2 columns instead of the 3 of the header",
                "NOWHERE,52.95,-1.17 | has “NOWHERE”, which is not a postcode",
                "NG7 2NR,north,-1.17 | has “north” as its latitude, which is not a number of degrees",
                "NG7 2NR,52.95, | has “” as its longitude, which is not a number of degrees",
                "NG7 2NR,NaN,-1.17 | has “NaN” as its latitude, which is not a number of degrees",
                "NG7 2NR,-1.17,52.95 | has the position -1.17, 52.95, which is not in the United Kingdom",
                "NG1 1AA,52.95,-1.17 | repeats NG1 1AA of line 2",
                "'\"NG7 2NR,52.95,-1.17' | has quotation marks in the wrong place"
            })
    void reportsARowThatCannotBeReadAndReadsTheRest(String row, String reason) {
        PositionsReport report = refreshPositions.refreshPostcodes(
                file("postcode,lat,lon\nNG1 1AA,52.95,-1.15\n" + row + "\nNG1 1AB,52.95,-1.15"));

        assertThat(report.refused()).containsExactly(new RefusedRow(3, reason));
        assertThat(report.refusedRows()).isEqualTo(1);
        assertThat(report.positions()).isEqualTo(2);
        assertThat(positions.of("NG1 1AA")).contains(new Position(52.95, -1.15));
    }

    @Test
    void reportsARowThatIsNotAnOutwardCode() {
        assertThat(refreshPositions
                        .refreshOutcodes(file("outcode,lat,lon\nNG7,52.95,-1.17\nNG7 2,52.95,-1.17"))
                        .refused())
                .containsExactly(new RefusedRow(3, "has “NG7 2”, which is not an outward code such as NG7"));
    }

    @Test
    void countsPlacesThatTheNationalFileGivesNoPosition() {
        PositionsReport report =
                refreshPositions.refreshPostcodes(file("pcds,lat,long\nJE2 3AB,99.999999,0\nNG7 2NR,52.95,-1.17"));

        assertThat(report.withoutPosition()).isEqualTo(1);
        assertThat(report.refusedRows()).isZero();
        assertThat(positions.of("JE2 3AB")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "'code,lat,lon\nNG7 2NR,52.95,-1.17' | must name the columns, and none is named postcode or pcds",
                "'postcode,north,lon\nNG7 2NR,52.95,-1.17' | must name the columns, and none is named lat or latitude",
                "'postcode,lat,east\nNG7 2NR,52.95,-1.17' | must name the columns, and none is named lon or long or longitude",
                "'postcode,lat,lon' | has no row with a position that can be read",
                "'postcode,lat,lon\nwrong,1,1' | has no row with a position that can be read"
            })
    void refusesAFileThatCannotBeOfPositions(String text, String sentence) {
        assertThatThrownBy(() -> refreshPositions.refreshPostcodes(file(text)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("ROVINGPM_POSTCODE_FILE");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> refreshPositions.refreshOutcodes(folder.resolve("missing.csv")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there is no file")
                .hasMessageContaining("ROVINGPM_OUTCODE_FILE");
    }

    @Test
    void readsAFileAgainOnlyWhereItHasChanged() throws IOException {
        Path file = file("postcode,lat,lon\nNG7 2NR,52.95,-1.17");
        refreshPositions.refreshPostcodes(file);

        assertThat(refreshPositions.refreshPostcodes(file).unchanged()).isTrue();

        Files.writeString(file, "postcode,lat,lon\nNG7 2NR,52.96,-1.17");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        PositionsReport report = refreshPositions.refreshPostcodes(file);
        assertThat(report.unchanged()).isFalse();
        assertThat(report.changed()).isEqualTo(1);
        assertThat(positions.of("NG7 2NR")).contains(new Position(52.96, -1.17));
    }

    @Test
    void aPracticeIsWhereItsPostcodeIs() {
        Practice practice = new Practice(
                new OdsCode("X90001"),
                "INVENTED",
                null,
                new Postcode("ZQ7 2NR"),
                null,
                null,
                null,
                PracticeStatus.ACTIVE,
                null,
                null,
                null,
                null,
                true,
                null);
        practices.saveAll(List.of(practice));
        assertThat(practices.find(practice.code()).orElseThrow().position()).isNull();

        addPositions.add(Map.of(new Postcode("ZQ7 9ZZ"), new Position(52.9, -1.1)));
        assertThat(practices.find(practice.code()).orElseThrow().position()).isEqualTo(new Position(52.9, -1.1, true));

        addPositions.add(Map.of(new Postcode("ZQ7 2NR"), new Position(52.8, -1.0)));
        assertThat(practices
                        .findAll(List.of(practice.code(), new OdsCode("X90002")))
                        .get(practice.code())
                        .position())
                .isEqualTo(new Position(52.8, -1.0));
    }

    private Path file(String text) {
        try {
            return Files.writeString(Files.createTempFile(folder, "positions", ".csv"), text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
