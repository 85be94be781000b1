package org.rovingpm.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Writes down what a practice asks for. */
class Request {

    private final Map<String, Object> always = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();

    Request(String whatHappened, String... helpKinds) {
        always.put("whatHappened", whatHappened);
        always.put("helpKinds", List.of(helpKinds));
        days.put("since", -9);
    }

    /** @param days ago */
    Request since(int days) {
        this.days.put("since", -days);
        return this;
    }

    Request vacant() {
        return with("pmPostVacant", true);
    }

    Request servicesAtRisk(String what, int inDays) {
        days.put("atRiskBy", inDays);
        return with("servicesAtRisk", true).with("atRisk", what);
    }

    Request payrollAtRisk(int inDays) {
        days.put("atRiskBy", inDays);
        return with("payrollAtRisk", true).with("atRisk", "The staff may not be paid on time.");
    }

    Request event(String kind, int inDays) {
        days.put("eventOn", inDays);
        return with("eventKind", kind);
    }

    Request confidential() {
        return with("confidential", true);
    }

    Request consentOf(String person) {
        days.put("consentOn", -1);
        return with("referredByLiaison", true).with("consentGivenBy", person);
    }

    private Request with(String name, Object value) {
        always.put(name, value);
        return this;
    }

    /** @return the form as it is filled in on a day */
    Function<LocalDate, Map<String, Object>> from(String odsCode, String contact, String role, String cqcRating) {
        return today -> {
            Map<String, Object> form = new HashMap<>(always);
            days.forEach((name, number) -> form.put(name, today.plusDays(number)));
            form.putAll(Map.of(
                    "odsCode",
                    odsCode,
                    "contactName",
                    contact,
                    "contactRole",
                    role,
                    "cqcRating",
                    cqcRating,
                    "contactEmail",
                    contact.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@example.org",
                    "contactTelephone",
                    "01632 960999"));
            return form;
        };
    }
}
