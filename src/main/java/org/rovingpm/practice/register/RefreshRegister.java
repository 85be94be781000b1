package org.rovingpm.practice.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.PracticeSettings;
import org.rovingpm.practice.file.InputFile;
import org.rovingpm.practice.file.InputSource;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/**
 * Applies the NHS register of practices (epraccur.csv): adds the practices that the scheme serves, and brings those that are
 * known up to date, wherever they are now. A practice that leaves stays in the table. Rows that cannot be read are reported and
 * left out. A file that is missing, without a readable practice, or without many of the known practices is refused as a whole,
 * and then nothing changes. Loading the same file again changes nothing.
 */
@Component
public class RefreshRegister {

    private static final String FILE = "rovingpm.register.file (ROVINGPM_REGISTER_FILE)";
    private static final String ICB = "rovingpm.register.icb (ROVINGPM_REGISTER_ICB)";
    private static final String MISSING_ALLOWED =
            "rovingpm.register.missing-allowed (ROVINGPM_REGISTER_MISSING_ALLOWED)";
    private static final int ALWAYS_ALLOWED = 10;

    private final PracticeSettings.Register settings;
    private final RegisterTables tables;

    public RefreshRegister(PracticeSettings settings, RegisterTables tables) {
        this.settings = settings.register();
        this.tables = tables;
    }

    /** Whether a register file is set. */
    public boolean isSet() {
        return StringUtils.hasText(settings.file());
    }

    /** Whether practices are known from a register. */
    public boolean known() {
        return tables.countKnown() > 0;
    }

    /** Loads the file that is set, for the ICB that is set. */
    @Transactional
    public RegisterReport refresh() {
        if (!isSet()) {
            throw new Refusal("There is no register to load: name the file epraccur.csv in the setting " + FILE + ".");
        }
        return refresh(InputFile.named(settings.file(), "The register", FILE), settings.icb());
    }

    /**
     * Loads this file.
     *
     * @param icb code of the ICB that the scheme serves; null for all of England
     */
    @Transactional
    public RegisterReport refresh(Path path, String icb) {
        return refresh(
                new InputFile(path, "The register", FILE).checked(),
                StringUtils.hasText(icb) ? icb.strip().toUpperCase(Locale.ROOT) : null);
    }

    private RegisterReport refresh(InputFile input, String icb) {
        RegisterFile file = RegisterFile.read(input);
        long inScheme =
                file.practices().stream().filter(row -> row.isServed(icb)).count();
        if (inScheme == 0) {
            throw input.refused(
                    "no practice in %s is in %s, so check the setting %s too",
                    input, icb == null ? "England" : "the ICB “" + icb + "”", ICB);
        }
        List<RegisterChange> changes = apply(input, file.practices(), file.unread(), icb);
        return new RegisterReport(
                input.toString(),
                file.rows(),
                file.practices().size(),
                inScheme,
                changes,
                file.refused().listed(),
                file.refused().count());
    }

    /**
     * Applies a register, and finds what has changed.
     *
     * @param unread practices that are also in the register, but whose entries were not or could not be read: they stay as they are
     * @param icb    code of the ICB that the scheme serves; null for all of England
     */
    List<RegisterChange> apply(
            InputSource source, Collection<RegisterRow> practices, Collection<OdsCode> unread, String icb) {
        tables.stage(practices, unread, icb);
        refuseIfIncomplete(source);
        List<RegisterChange> changes = new ArrayList<>(tables.changes());
        tables.update();
        changes.addAll(tables.insert());
        changes.addAll(tables.leave());
        return List.copyOf(changes);
    }

    /** A half-written register must not make practices leave the scheme. */
    private void refuseIfIncomplete(InputSource source) {
        long known = tables.countKnown();
        long missing = tables.countMissing();
        if (missing > ALWAYS_ALLOWED && missing * 100 > known * settings.missingAllowed()) {
            throw source.refused(
                    "%s lacks %s of the %s practices known from the register, so it seems incomplete"
                            + " (if it is right, allow more per cent in the setting %s)",
                    source, BritishFormat.number(missing), BritishFormat.number(known), MISSING_ALLOWED);
        }
    }
}
