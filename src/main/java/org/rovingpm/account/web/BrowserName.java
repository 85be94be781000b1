package org.rovingpm.account.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser says of itself, in words by which people recognise theirs. */
final class BrowserName {

    /** Those that also name others come first. */
    private static final Map<String, String> BROWSERS =
            ordered("Edg/", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Windows",
            "Windows",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Mac OS X",
            "Mac",
            "CrOS",
            "Chromebook",
            "Linux",
            "Linux");

    private BrowserName() {}

    static String of(String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        return find(BROWSERS, said, "A browser") + find(SYSTEMS, said, "").replaceFirst("^(?=.)", " on ");
    }

    private static String find(Map<String, String> names, String said, String otherwise) {
        return names.entrySet().stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
