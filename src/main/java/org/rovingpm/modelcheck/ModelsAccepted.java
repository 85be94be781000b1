package org.rovingpm.modelcheck;

import java.util.List;
import org.rovingpm.modelcheck.file.Finding;

/**
 * Files have passed the check and are put in force in this transaction.
 *
 * @param deployment id of the deployment
 * @param files      names of the files
 * @param warnings   the warnings of the check
 */
public record ModelsAccepted(String deployment, List<String> files, List<Finding> warnings) {}
