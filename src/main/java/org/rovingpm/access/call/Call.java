package org.rovingpm.access.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A call that somebody may make.
 *
 * @param method  the method of HTTP
 * @param path    the parts of its address. {@code {id}} stands for an id of any kind, {@code {self}} for the caller's own user
 *                id, {@code **} at the end for anything further
 * @param asks    the delicate parameters it may have ({@link DelicateParameters})
 */
public record Call(String method, List<String> path, Set<String> asks) {

    private static final String SELF = "{self}";
    private static final String REST = "**";

    /** What stands where an id could, in calls of their own: no id. */
    private static final Set<String> WORDS = Set.of(
            "check",
            "cleanable-batch-report",
            "cleanable-case-instance-report",
            "cleanable-decision-instance-report",
            "cleanable-process-instance-report",
            "count",
            "registered",
            "report",
            "statistics",
            "topic-names");

    public Call {
        path = List.copyOf(path);
        asks = Set.copyOf(asks);
    }

    /** As a list writes it: methods, address, and the delicate parameters. Lines that begin with # are headings. */
    static Stream<Call> read(String list) {
        return list.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .flatMap(line -> Arrays.stream(line[0].split(","))
                        .map(method ->
                                new Call(method, parts(line[1]), Set.of(Arrays.copyOfRange(line, 2, line.length)))));
    }

    /** The parts of an address. A slash at its end makes no difference. */
    static List<String> parts(String address) {
        List<String> parts = new ArrayList<>(Arrays.asList(address.substring(1).split("/")));
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** Its address as the lists write it. */
    public String address() {
        return "/" + String.join("/", path);
    }

    boolean matches(String asked, List<String> parts, String person) {
        int last = path.size() - 1;
        boolean open = path.get(last).equals(REST);
        int length = open ? last : path.size();
        if (!method.equals(asked) || (open ? parts.size() <= length : parts.size() != length)) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (!matches(path.get(at), parts.get(at), person)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String expected, String part, String person) {
        if (expected.equals(SELF)) {
            return part.equals(person);
        }
        return expected.startsWith("{") ? !WORDS.contains(part) : expected.equals(part);
    }
}
