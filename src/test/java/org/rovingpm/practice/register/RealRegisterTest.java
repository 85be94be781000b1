package org.rovingpm.practice.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.SharedData;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.PracticeDatabase;
import org.rovingpm.practice.position.PositionsReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The NHS file of December 2023, where it is present. */
class RealRegisterTest {

    private static final Logger LOG = LoggerFactory.getLogger(RealRegisterTest.class);

    private Path register;
    private PracticeDatabase database;

    @BeforeEach
    void createDatabase() {
        register = SharedData.file("epraccur.csv");
        database = new PracticeDatabase();
    }

    @AfterEach
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void nottinghamAndNottinghamshireHas130OpenPractices() {
        RegisterReport report = load("QT1");

        assertThat(report.rows()).isEqualTo(15_971);
        assertThat(report.practices()).isEqualTo(8_647);
        assertThat(report.inScheme()).isEqualTo(149);
        assertThat(report.refused()).isEmpty();
        assertThat(count("status = 'ACTIVE' and in_scheme and icb = 'QT1'")).isEqualTo(130);
        assertThat(database.practices.count()).isEqualTo(149);
    }

    @Test
    void allOfEnglandLoadsAndLoadingItAgainChangesNothing() {
        assertThat(load(null).inScheme()).isEqualTo(8_226);
        assertThat(count("status = 'ACTIVE' and in_scheme")).isEqualTo(6_348);
        assertThat(load(null).changes()).isEmpty();
    }

    @Test
    void aSchemeThatShrinksToOneIcbKeepsEveryPractice() {
        load(null);

        RegisterReport report = load("QT1");

        assertThat(report.count(RegisterChange.Kind.LEFT_SCHEME)).isEqualTo(8_226 - 149);
        assertThat(database.practices.count()).isEqualTo(8_226);
        assertThat(count("in_scheme")).isEqualTo(149);
    }

    @Test
    void everyOpenPracticeOfTheSchemeHasAPosition() {
        PositionsReport outcodes =
                positions(() -> database.refreshPositions.refreshOutcodes(SharedData.file("outcode_centroids_gb.csv")));
        PositionsReport postcodes = positions(
                () -> database.refreshPositions.refreshPostcodes(SharedData.file("postcodes_notts_area.csv")));
        load("QT1");

        assertThat(outcodes.positions()).isEqualTo(2_880);
        assertThat(postcodes.positions()).isEqualTo(130_095);
        assertThat(outcodes.refused()).isEmpty();
        assertThat(postcodes.refused()).isEmpty();
        List<OdsCode> codes =
                database
                        .jdbc
                        .sql("select ods_code from practice where status = 'ACTIVE'")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(OdsCode::new)
                        .toList();
        assertThat(database.practices.findAll(codes).values())
                .hasSize(130)
                .allSatisfy(practice -> assertThat(practice.position()).isNotNull());
    }

    private RegisterReport load(String icb) {
        long begun = System.nanoTime();
        RegisterReport report = database.transaction(() -> database.refreshRegister.refresh(register, icb));
        LOG.info("{} ({} ms)", report.summary(), (System.nanoTime() - begun) / 1_000_000);
        return report;
    }

    private PositionsReport positions(Supplier<PositionsReport> load) {
        long begun = System.nanoTime();
        PositionsReport report = database.transaction(load);
        LOG.info("{} ({} ms)", report.summary(), (System.nanoTime() - begun) / 1_000_000);
        return report;
    }

    private long count(String condition) {
        return database.jdbc
                .sql("select count(*) from practice where " + condition)
                .query(Long.class)
                .single();
    }
}
