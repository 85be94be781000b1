package org.rovingpm.modelcheck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.known.Provided;
import org.rovingpm.modelcheck.known.Schema;

/** The check as a command, for use before deploying: without a database, with what comes with the application as in force. */
public class CheckFiles {

    private final CheckModels check;

    public CheckFiles(Provided provided, Expressions expressions, Feel feel, Schema schema) {
        this.check = new CheckModels(provided, new PackagedInForce(provided), expressions, feel, schema);
    }

    /**
     * Says what is wrong with the files, a problem or a warning a line.
     *
     * @return 0 where they would be accepted, 1 where not
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
        Report report = check.check(files);
        report.problems().forEach(problem -> out.println("PROBLEM  " + problem));
        report.warnings().forEach(warning -> out.println("WARNING  " + warning));
        boolean accepted = readable && report.accepted();
        out.println(("%s: %s, %s, %s. Whether cases stand at steps that are gone, and what managers have put in "
                        + "force, is looked at when they are deployed.")
                .formatted(
                        accepted ? "Would be accepted" : "Would be refused",
                        counted(files.size(), "file"),
                        counted(report.problems().size(), "problem"),
                        counted(report.warnings().size(), "warning")));
        return accepted ? 0 : 1;
    }

    private static String counted(int many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }
}
