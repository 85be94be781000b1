package org.rovingpm.practice.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Position;
import org.rovingpm.practice.PracticeDatabase;
import org.rovingpm.practice.PracticeSettings;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LoadAtStartTest {

    @TempDir
    private Path folder;

    @Test
    void loadsWhatIsSetAndSaysWhatCouldNotBeRead(CapturedOutput output) throws IOException {
        Path register = new RegisterText()
                .row(RegisterText.practice("C84001", "FIRST SURGERY"))
                .line("wrong")
                .in(folder);
        Path postcodes = Files.writeString(folder.resolve("postcodes.csv"), "postcode,lat,lon\nNG7 2NR,52.95,-1.17\n");
        Path outcodes = Files.writeString(folder.resolve("outcodes.csv"), "outcode,lat,lon\nNG8,52.95,-1.17\n");

        try (PracticeDatabase database = start(register, postcodes.toString(), outcodes.toString())) {
            assertThat(database.practices
                            .find(new OdsCode("C84001"))
                            .orElseThrow()
                            .position())
                    .isEqualTo(new Position(52.95, -1.17));
            assertThat(database.positions.of("NG8 1AA")).isPresent();
        }
        assertThat(output)
                .contains(
                        "2 rows, 1 GP practice, 1 of them in the scheme. Changes: 1 new. 1 row left out.",
                        "Line 2 has 1 column instead of 27.",
                        "Loaded the positions in postcodes.csv: 1, 1 of them new or changed. No row left out.");
    }

    @Test
    void startsWithWhatItHasWhereAFileIsMissing(CapturedOutput output) {
        try (PracticeDatabase database = start(folder.resolve("missing.csv"), "nowhere.csv", "\u0000")) {
            assertThat(database.practices.count()).isZero();
        }
        assertThat(output)
                .contains("ROVINGPM_REGISTER_FILE", "ROVINGPM_POSTCODE_FILE", "ROVINGPM_OUTCODE_FILE", "ERROR");
    }

    @Test
    void leavesTheFileAloneOnceTheRegisterIsReadFromItsApi(CapturedOutput output) {
        Path register = new RegisterText()
                .row(RegisterText.practice("C84001", "FIRST SURGERY"))
                .in(folder);
        try (PracticeDatabase database = start(register, null, null)) {
            load(
                    database,
                    new RegisterApi(new RegisterApiSettings(
                            "https://register.example.org", null, RegisterApiSettings.Shape.ORD, null)));
        }
        assertThat(output).contains("the file is not loaded again");
    }

    private static PracticeDatabase start(Path register, String postcodes, String outcodes) {
        PracticeDatabase database = new PracticeDatabase(new PracticeSettings(
                new PracticeSettings.Register(register.toString(), "QT1", 10), postcodes, outcodes));
        load(database, new RegisterApi(new RegisterApiSettings(null, null, RegisterApiSettings.Shape.ORD, null)));
        return database;
    }

    private static void load(PracticeDatabase database, RegisterApi api) {
        database.transaction(() -> {
            new LoadAtStart(database.refreshPositions, database.refreshRegister, database.practices, api)
                    .afterSingletonsInstantiated();
            return null;
        });
    }
}
