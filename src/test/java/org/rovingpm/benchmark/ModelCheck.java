package org.rovingpm.benchmark;

import java.util.List;
import org.rovingpm.modelcheck.CheckModels;
import org.rovingpm.modelcheck.PackagedFiles;
import org.rovingpm.modelcheck.Report;
import org.rovingpm.modelcheck.known.ModelFile;

/** The check of every process, decision and form at once, before a deployment is accepted. */
final class ModelCheck implements Subject {

    @Override
    public void measure(Application application, BenchmarkTable table) {
        CheckModels check = application.bean(CheckModels.class);
        List<ModelFile> files = PackagedFiles.all();
        Report report = check.check(files);
        if (!report.accepted()) {
            throw new IllegalStateException(report.refusal());
        }
        table.times(
                "Check of models: %d files together".formatted(files.size()),
                Times.of(10, () -> check.check(files)),
                2000);
    }
}
