package org.rovingpm.modelcheck.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rovingpm.modelcheck.known.ModelFile;

/** How many files, how large and of what kinds are looked at at all. */
public final class FileLimits {

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final int LARGEST_TOGETHER = 20 * 1024 * 1024;
    private static final int MOST = 100;

    private FileLimits() {}

    /** @return whether the files are to be read; what is of the wrong kind has been noted even so */
    public static boolean allow(List<ModelFile> files, Map<ModelFile, Findings> findings) {
        boolean allowed = true;
        Set<String> names = new HashSet<>();
        long together = 0;
        for (ModelFile file : files) {
            Findings to = findings.get(file);
            together += file.content().length;
            if (!file.isProcess() && !file.isDecision() && !file.isForm()) {
                to.problem(
                        "The file is neither a process (.bpmn) nor a decision (.dmn) nor a form (.form): leave it out.");
                allowed = false;
            }
            if (file.content().length > LARGEST) {
                to.problem(
                        "The file is larger than 5 MB: no process, decision or form needs as much. Take out what does not belong to it.");
                allowed = false;
            }
            if (!names.add(file.shortName())) {
                to.problem("There are two files of this name: leave one of them out.");
                allowed = false;
            }
        }
        if (files.size() > MOST || together > LARGEST_TOGETHER) {
            findings.values()
                    .iterator()
                    .next()
                    .problem("These are %d files of %,d bytes together: deploy at most %d files and 20 MB at once."
                            .formatted(files.size(), together, MOST));
            allowed = false;
        }
        return allowed;
    }
}
