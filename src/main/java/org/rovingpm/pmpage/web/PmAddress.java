package org.rovingpm.pmpage.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.pmpage.PmFilter;
import org.rovingpm.pmpage.PmSorting;
import org.rovingpm.roster.RosterStatus;

/**
 * What the address of the list says: which PMs, in which order, which page of them. A part that means nothing here is left out.
 *
 * @param page from 1
 */
record PmAddress(PmFilter filter, PmSorting sorting, int page) {

    static final String PAGE = "/people";
    static final int A_PAGE = 25;

    private static final int LONGEST_NAME = 100;
    private static final int LAST_PAGE = 400;
    private static final String EVERYBODY = "ALL";

    /** @param helpCodes the kinds of help that there are */
    static PmAddress read(Map<String, String> sent, List<String> helpCodes) {
        String name = sent.getOrDefault("q", "").strip();
        String help = sent.getOrDefault("help", "");
        PmFilter filter = new PmFilter(
                name.isEmpty() ? null : name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                EVERYBODY.equals(sent.get("status"))
                        ? null
                        : one(sent.get("status"), RosterStatus.values(), RosterStatus.ACTIVE),
                helpCodes.contains(help) ? help : null,
                "true".equals(sent.get("free")),
                "true".equals(sent.get("expiring")));
        PmSorting sorting = new PmSorting(
                one(sent.get("sort"), PmSorting.Column.values(), PmSorting.Column.NAME),
                "true".equals(sent.get("descending")));
        return new PmAddress(filter, sorting, pageOf(sent.get("page")));
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
        return PAGE + "?" + query(sorting, number);
    }

    /** @return the address of the same, sorted by a column: the other way round if it is sorted by that already */
    public String sortedBy(String column) {
        PmSorting.Column by = PmSorting.Column.valueOf(column);
        return PAGE + "?" + query(new PmSorting(by, by == sorting.column() && !sorting.descending()), 1);
    }

    /** @return how the column is sorted, as {@code aria-sort} says it; null if it is not */
    public String ariaSort(String column) {
        if (!sorting.column().name().equals(column)) {
            return null;
        }
        return sorting.descending() ? "descending" : "ascending";
    }

    private String query(PmSorting by, int number) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("q", filter.name());
        parts.put("status", filter.status() == null ? EVERYBODY : filter.status());
        parts.put("help", filter.help());
        parts.put("free", filter.free() ? true : null);
        parts.put("expiring", filter.expiring() ? true : null);
        parts.put("sort", by.column());
        parts.put("descending", by.descending() ? true : null);
        parts.put("page", number > 1 ? number : null);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part ->
                        part.getKey() + "=" + URLEncoder.encode(part.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
