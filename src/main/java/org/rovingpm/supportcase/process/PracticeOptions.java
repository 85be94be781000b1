package org.rovingpm.supportcase.process;

import java.util.List;
import java.util.Map;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;

/** The practices of a case as a form offers them, where one of several is to be chosen. */
public final class PracticeOptions {

    private PracticeOptions() {}

    /** @return options of "label" and "value" */
    public static List<Map<String, String>> of(List<OdsCode> codes, Practices practices) {
        return codes.stream()
                .map(code -> Map.of("label", practices.nameOf(code), "value", code.value()))
                .toList();
    }
}
