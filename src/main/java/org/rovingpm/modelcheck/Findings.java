package org.rovingpm.modelcheck;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the rules find in one file. */
class Findings {

    /** More would bury the ones that matter, and nobody mends more at once. */
    private static final int MOST = 100;

    private final String file;
    private final Set<Finding> problems = new LinkedHashSet<>();
    private final Set<Finding> warnings = new LinkedHashSet<>();

    Findings(String file) {
        this.file = file;
    }

    /** @param predicate what is wrong with the element, as the rest of a sentence that begins with its label */
    void problem(Xml element, String predicate) {
        add(problems, of(element, predicate));
    }

    void warning(Xml element, String predicate) {
        add(warnings, of(element, predicate));
    }

    /** A problem of the whole file. */
    void problem(String sentence) {
        add(problems, new Finding(file, null, null, sentence));
    }

    void warning(String sentence) {
        add(warnings, new Finding(file, null, null, sentence));
    }

    /** A problem of something that is no XML: a field of a form. */
    void problem(String element, String label, String predicate) {
        add(problems, new Finding(file, element, label, subject(element, label) + " " + predicate));
    }

    List<Finding> problems() {
        return new ArrayList<>(problems);
    }

    List<Finding> warnings() {
        return new ArrayList<>(warnings);
    }

    private Finding of(Xml element, String predicate) {
        Xml named = element.nearestWithId();
        return new Finding(file, named.id(), named.label(), subject(named.id(), named.label()) + " " + predicate);
    }

    private static String subject(String id, String label) {
        String known = id == null ? "" : id;
        return label == null ? known : known.isEmpty() ? "“%s”".formatted(label) : "“%s” (%s)".formatted(label, known);
    }

    private static void add(Set<Finding> to, Finding finding) {
        if (to.size() < MOST) {
            to.add(finding);
        }
    }
}
