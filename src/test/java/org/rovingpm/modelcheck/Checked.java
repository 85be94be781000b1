package org.rovingpm.modelcheck;

import java.util.Arrays;
import java.util.List;
import org.rovingpm.modelcheck.file.Finding;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.process.CheckCommand;

/** What the check says of changed models, with the packaged ones in force and without a database. */
public final class Checked {

    private static final CheckFiles CHECK = CheckCommand.withoutDatabase();

    private Checked() {}

    public static List<String> problems(ChangedModel... models) {
        return problems(Arrays.stream(models)
                .map(model -> new ModelFile(model.file(), model.bytes()))
                .toList());
    }

    public static List<String> problems(Change change) {
        return problems(change.files().entrySet().stream()
                .map(file -> new ModelFile(file.getKey(), file.getValue()))
                .toList());
    }

    public static List<String> problems(List<ModelFile> files) {
        return CHECK.check(files).problems().stream().map(Finding::toString).toList();
    }
}
