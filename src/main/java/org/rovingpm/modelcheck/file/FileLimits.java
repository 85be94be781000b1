package org.rovingpm.modelcheck.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.modelcheck.known.ModelFile;

/** The limits on the number, size and kinds of files. */
public final class FileLimits {

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final int LARGEST_TOGETHER = 20 * 1024 * 1024;
    private static final int MOST = 100;

    private FileLimits() {}

    /** @return whether to read the files; problems of their kind have been reported */
    public static boolean allow(List<ModelFile> files, Map<ModelFile, Findings> findings) {
        boolean allowed = true;
        Set<String> names = new HashSet<>();
        long together = 0;
        for (ModelFile file : files) {
            Findings to = findings.get(file);
            together += file.content().length;
            if (!file.isProcess() && !file.isDecision() && !file.isForm()) {
                to.problem(
                        "The file is neither a process (.bpmn) nor a decision (.dmn) nor a form (.form): remove it.");
                allowed = false;
            }
            if (file.content().length > LARGEST) {
                to.problem(
                        "The file is larger than 5 MB, more than any process, decision or form needs. Take out what does not belong there.");
                allowed = false;
            }
            if (!names.add(file.shortName())) {
                to.problem("There are two files with this name: remove one of them.");
                allowed = false;
            }
        }
        if (files.size() > MOST || together > LARGEST_TOGETHER) {
            findings.values()
                    .iterator()
                    .next()
                    .problem("These are %d files of %s bytes together: deploy at most %d files and 20 MB at once."
                            .formatted(files.size(), BritishFormat.number(together), MOST));
            allowed = false;
        }
        return allowed;
    }
}
