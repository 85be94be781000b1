package org.rovingpm.practice.position;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.rovingpm.practice.PracticeSettings;
import org.rovingpm.practice.file.InputFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/**
 * Loads the positions of postcodes and outward codes from CSV files. Rows that cannot be read are reported and left out. A
 * file that is missing, or has not the columns needed or no readable row, is refused as a whole, and then nothing changes. A
 * file that has not changed since it was loaded is not read again. Positions are added and corrected, never removed.
 */
@Component
public class RefreshPositions {

    private static final String POSTCODE_FILE = "rovingpm.postcode-file (ROVINGPM_POSTCODE_FILE)";
    private static final String OUTCODE_FILE = "rovingpm.outcode-file (ROVINGPM_OUTCODE_FILE)";

    private final PracticeSettings settings;
    private final PositionTables tables;

    public RefreshPositions(PracticeSettings settings, PositionTables tables) {
        this.settings = settings;
        this.tables = tables;
    }

    /** Loads the file of postcodes that is set. @return empty if none is */
    @Transactional
    public Optional<PositionsReport> refreshPostcodes() {
        return input(settings.postcodeFile(), "The file of postcodes", POSTCODE_FILE)
                .map(input -> refresh(input, PositionKind.POSTCODE));
    }

    /** Loads the file of outward codes that is set. @return empty if none is */
    @Transactional
    public Optional<PositionsReport> refreshOutcodes() {
        return input(settings.outcodeFile(), "The file of outward codes", OUTCODE_FILE)
                .map(input -> refresh(input, PositionKind.OUTCODE));
    }

    @Transactional
    public PositionsReport refreshPostcodes(Path path) {
        return refresh(new InputFile(path, "The file of postcodes", POSTCODE_FILE).checked(), PositionKind.POSTCODE);
    }

    @Transactional
    public PositionsReport refreshOutcodes(Path path) {
        return refresh(new InputFile(path, "The file of outward codes", OUTCODE_FILE).checked(), PositionKind.OUTCODE);
    }

    private static Optional<InputFile> input(String name, String what, String setting) {
        return StringUtils.hasText(name) ? Optional.of(InputFile.named(name, what, setting)) : Optional.empty();
    }

    private PositionsReport refresh(InputFile input, PositionKind kind) {
        try {
            return refresh(input, kind, Files.size(input.path()), Files.getLastModifiedTime(input.path()));
        } catch (IOException failure) {
            throw input.unreadable(failure);
        }
    }

    private PositionsReport refresh(InputFile input, PositionKind kind, long size, FileTime modified) {
        tables.lock();
        if (tables.isLoaded(kind, size, modified)) {
            return new PositionsReport(input.toString(), true, 0, 0, 0, List.of(), 0);
        }
        PositionFile file = new PositionFile(input, kind);
        tables.stage(file);
        tables.refuseRepeated(file.refused());
        long positions = tables.staged();
        if (positions == 0) {
            throw input.refused("%s has no row with a position that can be read", input);
        }
        int changed = tables.apply(kind);
        tables.averageOutcodes();
        tables.recordLoaded(kind, size, modified);
        return new PositionsReport(
                input.toString(),
                false,
                positions,
                changed,
                file.withoutPosition(),
                file.refused().listed(),
                file.refused().count());
    }
}
