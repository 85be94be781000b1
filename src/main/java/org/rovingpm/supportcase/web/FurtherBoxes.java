package org.rovingpm.supportcase.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.RequestAnswers.FurtherPractice;
import org.rovingpm.web.PageForm;

/** What was typed of the further practices of a request, among its other answers: each box under the code of its practice. */
final class FurtherBoxes {

    private static final String PREFIX = "further:";
    private static final String CODE = "odsCode";

    private FurtherBoxes() {}

    /** @return the further practices that were chosen, in the order of their codes */
    static List<OdsCode> codes(Map<String, List<String>> answers) {
        return answers.keySet().stream()
                .filter(box -> box.startsWith(PREFIX))
                .map(box -> new OdsCode(box.split(":", 3)[1]))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** @return what was typed of one of them */
    static PageForm of(Map<String, List<String>> answers, OdsCode code) {
        String prefix = prefix(code);
        return PageForm.of(
                FurtherPractice.class,
                answers.entrySet().stream()
                        .filter(box -> box.getKey().startsWith(prefix))
                        .collect(
                                Collectors.toMap(box -> box.getKey().substring(prefix.length()), Map.Entry::getValue)));
    }

    /** @return what was typed of each, as {@link org.rovingpm.submission.Submissions} reads it */
    static List<Map<String, Object>> values(Map<String, List<String>> answers) {
        return codes(answers).stream().map(code -> of(answers, code).values()).toList();
    }

    /** @return the answers with what was typed of this practice, in place of what was typed before */
    static Map<String, List<String>> with(Map<String, List<String>> answers, OdsCode code, PageForm typed) {
        Map<String, List<String>> all = without(answers, code);
        typed.typed().forEach((box, values) -> all.put(prefix(code) + box, values));
        all.put(prefix(code) + CODE, List.of(code.value()));
        return all;
    }

    static Map<String, List<String>> without(Map<String, List<String>> answers, OdsCode code) {
        Map<String, List<String>> all = new LinkedHashMap<>(answers);
        all.keySet().removeIf(box -> box.startsWith(prefix(code)));
        return all;
    }

    private static String prefix(OdsCode code) {
        return PREFIX + code + ":";
    }
}
