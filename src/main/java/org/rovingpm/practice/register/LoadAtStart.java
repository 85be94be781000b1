package org.rovingpm.practice.register;

import java.util.List;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.Practices;
import org.rovingpm.practice.file.RefusedRow;
import org.rovingpm.practice.position.RefreshPositions;
import org.rovingpm.submission.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Loads positions and register while the application starts: after the migrations, before the first page is served and before
 * any runner. A file that is refused is an error in the log and does not keep the application from starting with what it has.
 */
@Component
class LoadAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(LoadAtStart.class);
    private static final int MOST_LOGGED = 100;

    private final RefreshPositions positions;
    private final RefreshRegister register;
    private final Practices practices;
    private final RegisterApi api;

    LoadAtStart(RefreshPositions positions, RefreshRegister register, Practices practices, RegisterApi api) {
        this.positions = positions;
        this.register = register;
        this.practices = practices;
        this.api = api;
    }

    @Override
    public void afterSingletonsInstantiated() {
        loadOrLogRefusal(() -> positions
                .refreshOutcodes()
                .ifPresent(report -> log(report.summary(), report.refused(), report.refusedRows())));
        loadOrLogRefusal(() -> positions
                .refreshPostcodes()
                .ifPresent(report -> log(report.summary(), report.refused(), report.refusedRows())));
        loadOrLogRefusal(this::loadRegister);
    }

    private void loadRegister() {
        if (api.isSet() && register.known()) {
            LOG.info("The register of practices is read from the API of the NHS: the file is not loaded again.");
            return;
        }
        if (!register.isSet()) {
            LOG.info(
                    "No register of practices is set (rovingpm.register.file): {} known.",
                    BritishFormat.count(practices.count(), "practice"));
            return;
        }
        RegisterReport report = register.refresh();
        log(report.summary(), report.refused(), report.refusedRows());
    }

    private static void loadOrLogRefusal(Runnable load) {
        try {
            load.run();
        } catch (Refusal refusal) {
            LOG.error(refusal.getMessage());
        }
    }

    private static void log(String summary, List<RefusedRow> refused, long refusedRows) {
        LOG.info(summary);
        refused.stream().limit(MOST_LOGGED).forEach(row -> LOG.warn(row.toString()));
        if (refusedRows > MOST_LOGGED) {
            LOG.warn("And {} more.", BritishFormat.count(refusedRows - MOST_LOGGED, "row"));
        }
    }
}
