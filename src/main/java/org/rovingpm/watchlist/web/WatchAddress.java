package org.rovingpm.watchlist.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.watchlist.WatchQuery;
import org.rovingpm.watchlist.WatchQuery.Column;
import org.rovingpm.watchlist.WatchQuery.Shown;

/**
 * What the address of the list says: which practices, in which order, which page of them. A part that means nothing here is left
 * out.
 *
 * @param page from 1
 */
record WatchAddress(WatchQuery query, int page) {

    static final String PAGE = "/watch-list";
    static final int A_PAGE = 25;

    private static final int LONGEST_NAME = 100;
    private static final int LAST_PAGE = 400;

    static WatchAddress read(Map<String, String> sent) {
        String name = sent.getOrDefault("q", "").strip();
        return new WatchAddress(
                new WatchQuery(
                        name.isEmpty() ? null : name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                        one(sent.get("show"), Shown.values(), Shown.CURRENT),
                        one(sent.get("sort"), Column.values(), Column.LOOK_AGAIN),
                        "true".equals(sent.get("descending"))),
                pageOf(sent.get("page")));
    }

    /** @return the number of a page, the first one where it is none */
    static int pageOf(String number) {
        return number == null || !number.matches("[0-9]{1,6}")
                ? 1
                : Math.min(Math.max(Integer.parseInt(number), 1), LAST_PAGE);
    }

    private static <T extends Enum<T>> T one(String name, T[] all, T usual) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(usual);
    }

    int first() {
        return (page - 1) * A_PAGE;
    }

    /** @return the address of another page of the same */
    public String page(int number) {
        return address(query.column(), query.descending(), number);
    }

    /** @return the address of the same, sorted by a column: the other way round if it is sorted by that already */
    public String sortedBy(String column) {
        Column by = Column.valueOf(column);
        return address(by, by == query.column() && !query.descending(), 1);
    }

    /** @return how the column is sorted, as {@code aria-sort} says it; null if it is not */
    public String ariaSort(String column) {
        if (!query.column().name().equals(column)) {
            return null;
        }
        return query.descending() ? "descending" : "ascending";
    }

    private String address(Column by, boolean descending, int number) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("q", query.practice());
        parts.put("show", query.shown() == Shown.CURRENT ? null : query.shown());
        parts.put("sort", by);
        parts.put("descending", descending ? true : null);
        parts.put("page", number > 1 ? number : null);
        return PAGE + "?"
                + parts.entrySet().stream()
                        .filter(part -> part.getValue() != null)
                        .map(part -> part.getKey() + "="
                                + URLEncoder.encode(part.getValue().toString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
