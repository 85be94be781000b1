package org.rovingpm.supportcase.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A page of questions, and the fields of the request that it asks for. */
enum Step {
    PRACTICE("odsCode"),
    CONTACT("contactName", "contactRole", "contactEmail", "contactTelephone"),
    CONSENT("consentGivenBy", "consentOn"),
    HELP("helpKinds", "pmPostVacant"),
    SITUATION("whatHappened", "since"),
    RISK("atRisk", "servicesAtRisk", "payrollAtRisk", "atRiskBy", "eventKind", "eventOn"),
    ABOUT("listSize", "cqcRating"),
    CONFIDENTIAL("confidential");

    private final Set<String> fields;

    Step(String... fields) {
        this.fields = Set.of(fields);
    }

    /** The last part of its address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<String> fields() {
        return fields;
    }

    /** Whether a box of the page is its; a date has three. */
    boolean asksFor(String box) {
        return fields.contains(box.replaceFirst("-(day|month|year)$", ""));
    }

    static Optional<Step> of(String path) {
        return Arrays.stream(values()).filter(step -> step.path().equals(path)).findFirst();
    }
}
