package org.rovingpm.caselist.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.caselist.CaseFilter;
import org.rovingpm.caselist.CaseFilter.Shown;
import org.rovingpm.caselist.Sorting;

/**
 * What the address of the list says: which cases, in which order, which page of them. Everything that is shown is in it, so that it can
 * be sent to somebody else, who sees what they may see of the same.
 *
 * @param page    from 1
 * @param leftOut whether the address had parts that mean nothing here
 */
record CaseAddress(CaseFilter filter, Sorting sorting, int page, boolean leftOut) {

    static final String PAGE = "/cases";

    /** @return the part of the address that says which cases and in which order */
    public String view() {
        return query(filter, sorting, 1);
    }

    /** @return the address of another page of the same */
    public String page(int number) {
        return PAGE + "?" + query(filter, sorting, number);
    }

    /** @return the address of a file of the same, by its ending */
    public String file(String ending) {
        return PAGE + "." + ending + "?" + view();
    }

    /** @return the address of the same, sorted by a column: the other way round if it is sorted by that already */
    public String sortedBy(String column) {
        Sorting.Column by = Sorting.Column.valueOf(column);
        boolean descending = by == sorting.column() ? !sorting.descending() : by == Sorting.Column.CASE;
        return PAGE + "?" + query(filter, new Sorting(by, descending), 1);
    }

    /** @return the address of the same question to open, closed, all or past cases */
    public String shown(String other) {
        Shown shown = Shown.valueOf(other);
        return PAGE + "?" + query(filter.withShown(shown), Sorting.usual(shown), 1);
    }

    /** @return how the column is sorted, as {@code aria-sort} says it; null if it is not */
    public String ariaSort(String column) {
        if (!sorting.column().name().equals(column)) {
            return null;
        }
        return sorting.descending() ? "descending" : "ascending";
    }

    private static String query(CaseFilter filter, Sorting sorting, int page) {
        return parts(filter, sorting, page).entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parts(CaseFilter filter, Sorting sorting, int page) {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, CaseAddressReader.TEXT, filter.text());
        put(parts, CaseAddressReader.SHOWN, filter.shown());
        put(parts, CaseAddressReader.STAGE, filter.stage());
        put(parts, CaseAddressReader.RATING, filter.rating());
        put(parts, CaseAddressReader.PM, filter.pm());
        put(parts, CaseAddressReader.AREA, filter.area());
        put(parts, CaseAddressReader.HELP, filter.help());
        put(parts, CaseAddressReader.REFERRED_TO, filter.referredTo());
        put(parts, CaseAddressReader.WAITING, filter.waiting());
        put(parts, CaseAddressReader.HELD, filter.held() ? true : null);
        put(parts, CaseAddressReader.DUE, filter.due());
        put(parts, CaseAddressReader.OVERDUE, filter.overdue() ? true : null);
        put(parts, CaseAddressReader.ADVICE, filter.adviceOnly() ? true : null);
        put(parts, CaseAddressReader.CONFIDENTIAL, filter.confidential() ? true : null);
        if (!sorting.equals(Sorting.usual(filter.shown()))) {
            put(parts, CaseAddressReader.SORT, sorting.column());
            put(parts, CaseAddressReader.DESCENDING, sorting.descending());
        }
        put(parts, CaseAddressReader.PAGE, page > 1 ? page : null);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}
