package org.rovingpm.supportcase.web;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.access.Browser;
import org.rovingpm.calendar.SchemeTime;

/** Somebody who requests help on the public pages over HTTP; change what a test is about. */
class HelpRequester {

    final Browser browser;
    private final String start;
    private final Map<String, List<String>> pages = new LinkedHashMap<>();

    HelpRequester(Browser browser, String start, String practice) {
        this.browser = browser;
        this.start = start;
        LocalDate since = LocalDate.now(SchemeTime.ZONE).minusDays(9);
        answers("practice", "odsCode", practice);
        if (start.equals("/refer")) {
            answers(
                    "consent",
                    "consentGivenBy",
                    "Dr Ann Field, partner",
                    "consentOn-day",
                    text(since.getDayOfMonth()),
                    "consentOn-month",
                    text(since.getMonthValue()),
                    "consentOn-year",
                    text(since.getYear()));
        }
        answers("contact", "contactName", "Ann Field", "contactRole", "GP partner", "contactEmail", "ann@example.org");
        answers("help", "helpKinds", "FINANCES", "helpKinds", "CQC", "pmPostVacant", "true");
        answers(
                "situation",
                "whatHappened",
                "The manager left (" + java.util.UUID.randomUUID() + ").",
                "since-day",
                text(since.getDayOfMonth()),
                "since-month",
                text(since.getMonthValue()),
                "since-year",
                text(since.getYear()));
        answers("risk", "atRisk", "Nobody can run the payroll.", "payrollAtRisk", "true", "eventKind", "");
        answers("about", "listSize", "8,000", "cqcRating", "GOOD");
        answers("confidential", "confidential", "false");
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    final HelpRequester answers(String page, String... fields) {
        pages.put(page, new ArrayList<>(List.of(fields)));
        return this;
    }

    /** Gives the field of a page another value, or one where it has none. */
    HelpRequester change(String page, String field, String value) {
        List<String> fields = pages.get(page);
        int at = fields.indexOf(field);
        if (at < 0) {
            fields.addAll(List.of(field, value));
        } else {
            fields.set(at + 1, value);
        }
        return this;
    }

    /** The fields of a page, one of them with another value this time. */
    String[] with(String page, String field, String value) {
        List<String> fields = new ArrayList<>(pages.get(page));
        int at = fields.indexOf(field);
        if (at >= 0) {
            fields.subList(at, at + 2).clear();
        }
        fields.addAll(List.of(field, value));
        return fields.toArray(String[]::new);
    }

    HttpResponse<String> answer(String page) {
        browser.get(start + "/" + page);
        return browser.post(start + "/" + page, pages.get(page).toArray(String[]::new));
    }

    /** Answers all pages. @return the page on which the answers are checked */
    HttpResponse<String> answerAll() {
        pages.keySet().forEach(this::answer);
        return browser.get(start + "/check");
    }

    HttpResponse<String> send() {
        String version = answerAll().body().replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        return browser.post(start + "/send", "version", version);
    }

    HttpResponse<String> sendAndOpenWhatFollows() {
        return browser.get(Browser.location(send()));
    }
}
