package org.rovingpm.practice.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.PracticeStatus;
import org.rovingpm.practice.file.UnreadableRow;
import org.rovingpm.practice.register.RegisterEntry.Relation;

/** Reads an entry of the register's API; what cannot be read is an {@link UnreadableRow}, which continues "C84001 ...". */
final class ReadEntry {

    private static final String GP_PRACTICE = "76";
    private static final String COMMISSIONED_BY = "RE4";
    private static final String IN_THE_AREA_OF = "RE5";
    private static final String SUB_ICB = "98";
    private static final String ICB = "261";
    private static final String WALES = "WALES";
    private static final String GROUPING_OF_WALES = "W00";
    static final Pattern ORGANISATION = Pattern.compile("[A-Z0-9]{2,10}");

    private ReadEntry() {}

    /** Whether it is, or was until it closed, a GP practice; one that has become something else is not. */
    static boolean isPractice(RegisterEntry entry) {
        return entry.roles().stream()
                .anyMatch(role -> GP_PRACTICE.equals(number(role.id())) && (role.active() || !entry.active()));
    }

    /** @param today a practice that opens later is proposed */
    static RegisterRow practice(RegisterEntry entry, LocalDate today) {
        String name = RegisterRow.text(entry.name(), "its name");
        if (name == null) {
            throw new UnreadableRow("has no name");
        }
        LocalDate opened = date(entry.opened(), "opening");
        String country = RegisterRow.text(entry.country(), "its country");
        return new RegisterRow(
                0,
                new OdsCode(entry.code()),
                name,
                WALES.equals(country) ? GROUPING_OF_WALES : null,
                icb(entry),
                address(entry),
                postcode(entry),
                opened,
                date(entry.closed(), "closing"),
                status(entry, opened, today),
                target(entry, COMMISSIONED_BY, SUB_ICB),
                RegisterRow.text(entry.telephone(), "its telephone number"));
    }

    /** The ICB that the entry of a practice or a sub-ICB location names; null if it names none. */
    static String icb(RegisterEntry entry) {
        return target(entry, IN_THE_AREA_OF, ICB);
    }

    static LocalDate changed(RegisterEntry entry) {
        return date(entry.changed(), "its last change");
    }

    static LocalDate date(String written, String what) {
        try {
            return written == null ? null : LocalDate.parse(written.substring(0, Math.min(10, written.length())));
        } catch (DateTimeParseException notADate) {
            throw new UnreadableRow("has “%s” as the day of %s, which is not a date", written, what);
        }
    }

    /** "76" of "RO76". */
    static String number(String role) {
        return role == null ? null : role.replaceFirst("^RO", "");
    }

    private static PracticeStatus status(RegisterEntry entry, LocalDate opened, LocalDate today) {
        if (!entry.active()) {
            return PracticeStatus.CLOSED;
        }
        return opened != null && opened.isAfter(today) ? PracticeStatus.PROPOSED : PracticeStatus.ACTIVE;
    }

    private static String address(RegisterEntry entry) {
        String address = entry.address().stream()
                .map(line -> RegisterRow.text(line, "its address"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return address.isEmpty() ? null : address;
    }

    private static Postcode postcode(RegisterEntry entry) {
        String written = RegisterRow.text(entry.postcode(), "its postcode");
        return written == null
                ? null
                : Postcode.of(written)
                        .orElseThrow(() -> new UnreadableRow("has “%s” as its postcode, which is not one", written));
    }

    /** The relation in force; where there is none, as with a closed practice, the one that ended last. */
    private static String target(RegisterEntry entry, String kind, String role) {
        List<Relation> relations = entry.relations().stream()
                .filter(relation -> kind.equals(relation.kind()) && role.equals(number(relation.targetRole())))
                .toList();
        Optional<Relation> last = relations.stream()
                .filter(Relation::active)
                .findFirst()
                .or(() -> relations.stream()
                        .max(Comparator.comparing(relation -> relation.end() == null ? "" : relation.end())));
        String code = last.map(Relation::target).orElse(null);
        if (code != null && !ORGANISATION.matcher(code).matches()) {
            throw new UnreadableRow("names “%s”, which is not the code of an organisation", code);
        }
        return code;
    }
}
