package org.rovingpm.modelcheck.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Collects the findings of one file. */
public class Findings {

    /** More would bury those that matter. */
    private static final int MOST = 100;

    private static final int LONGEST_SHOWN = 100;

    private final String file;
    private final Set<Finding> problems = new LinkedHashSet<>();
    private final Set<Finding> warnings = new LinkedHashSet<>();

    public Findings(String file) {
        this.file = file;
    }

    /** @param predicate the problem of the element, as the rest of a sentence that begins with its label */
    public void problem(XmlElement element, String predicate) {
        add(problems, of(element, predicate));
    }

    public void warning(XmlElement element, String predicate) {
        add(warnings, of(element, predicate));
    }

    /** A problem of the whole file. */
    public void problem(String sentence) {
        add(problems, new Finding(file, null, null, sentence));
    }

    public void warning(String sentence) {
        add(warnings, new Finding(file, null, null, sentence));
    }

    /** A problem of a part that is not XML, such as a field of a form. */
    public void problem(String element, String label, String predicate) {
        add(problems, new Finding(file, element, label, subject(element, label) + " " + predicate));
    }

    public List<Finding> problems() {
        return new ArrayList<>(problems);
    }

    public List<Finding> warnings() {
        return new ArrayList<>(warnings);
    }

    private Finding of(XmlElement element, String predicate) {
        XmlElement named = nearestWithId(element);
        return new Finding(file, named.id(), named.label(), subject(named.id(), named.label()) + " " + predicate);
    }

    /** The element that a person can find in the diagram: the nearest one that has a label or, failing that, an id. */
    private static XmlElement nearestWithId(XmlElement element) {
        XmlElement node = element.around(BpmnFile.NAMEABLE);
        if (node != null && node.id() != null) {
            return node;
        }
        XmlElement near = element;
        while (near.id() == null && near.parent() != null) {
            near = near.parent();
        }
        return near;
    }

    private static String subject(String id, String label) {
        String known = id == null ? "" : shortened(id);
        return label == null
                ? known
                : known.isEmpty() ? "“%s”".formatted(shortened(label)) : "“%s” (%s)".formatted(shortened(label), known);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static void add(Set<Finding> to, Finding finding) {
        if (to.size() < MOST) {
            to.add(finding);
        }
    }
}
