package org.rovingpm.modelcheck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.modelcheck.known.EngineReading;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.modelcheck.known.Lengths;
import org.rovingpm.modelcheck.known.Literals;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.known.Provided;
import org.rovingpm.modelcheck.known.Schema;

/** The check as a command, to use before deploying. It needs no database, and takes the packaged models as those in force. */
public class CheckFiles {

    private final CheckModels check;

    public CheckFiles(
            Provided provided,
            Expressions expressions,
            Literals literals,
            Lengths lengths,
            Feel feel,
            Schema schema,
            EngineReading engine) {
        this.check = new CheckModels(
                provided, new PackagedInForce(provided), expressions, literals, lengths, feel, schema, engine);
    }

    /** What the check says of these files. */
    public Report check(List<ModelFile> files) {
        return check.check(files);
    }

    /**
     * Prints the problems and warnings of the files, one a line.
     *
     * @return 0 if they would be accepted, otherwise 1
     */
    public int run(List<String> names, PrintStream out) {
        if (names.isEmpty()) {
            out.println("Name the files to check: check FILE...");
            return 1;
        }
        List<ModelFile> files = new ArrayList<>();
        boolean readable = true;
        for (String name : names) {
            try {
                files.add(new ModelFile(Path.of(name).getFileName().toString(), Files.readAllBytes(Path.of(name))));
            } catch (IOException missing) {
                out.println("%s: The file cannot be read.".formatted(name));
                readable = false;
            }
        }
        Report report = check(files);
        report.problems().forEach(problem -> out.println("PROBLEM  " + problem));
        report.warnings().forEach(warning -> out.println("WARNING  " + warning));
        boolean accepted = readable && report.accepted();
        out.println(
                ("%s: %s, %s, %s. Running cases, managers' versions in force and the scheme's lists are only checked "
                                + "when the files are deployed.")
                        .formatted(
                                accepted ? "Would be accepted" : "Would be refused",
                                BritishFormat.count(files.size(), "file"),
                                BritishFormat.count(report.problems().size(), "problem"),
                                BritishFormat.count(report.warnings().size(), "warning")));
        return accepted ? 0 : 1;
    }
}
