package org.rovingpm.caselist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.access.Role;
import org.rovingpm.calendar.SchemeTime;

/** Conditions about listed cases {@code l}, and the values in them. Begins with the right of the reader, which nothing takes away. */
final class CaseQuestion {

    /** Which cases are hidden is looked up once a question. */
    private static final String REFERRED =
            "exists (select from published_onward_referral o where o.case_reference = l.reference and o.place = :referredTo)";

    private static final String VISIBLE =
            "l.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)";

    private static final String SUPPORTED_BY_READER = """
        l.reference in (select p.case_reference from published_placement p where p.pm = :reader and p.ended_on is null)""";

    private static final String WAITS_FOR_READER =
            "l.reference in (select o.case_reference from published_open_task o where o.assignee = :reader)";

    private static final String WAITS_FOR_PM = """
        exists (select from published_open_task o where o.case_reference = l.reference and o.assignee = l.pm)""";

    private static final String WAITS_FOR_GROUP = """
        l.reference in (select o.case_reference from published_open_task o
                          join published_open_task_group g on g.task_id = o.task_id where g.group_id = :group)""";

    private static final String OVERDUE = """
        l.reference in (select o.case_reference from published_open_task o where o.due_at < :now and not o.suspended)""";

    private static final String DUE = """
        (l.reference in (select o.case_reference from published_open_task o where o.due_at < :dueBefore and not o.suspended)
         or %s < :dueBefore)""".formatted(ComingWeeks.ENDS_AT);

    private static final String ADVICE_ONLY = """
        (l.stage = 'ADVISING' or l.reference in (select a.case_reference from published_advised_case a))""";

    private static final String CONFIDENTIAL =
            "l.reference in (select c.case_reference from published_confidential_case c)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private CaseQuestion() {}

    /** All that this person may see. */
    static CaseQuestion of(CaseReader reader, LocalDate today) {
        CaseQuestion question = new CaseQuestion();
        question.add(VISIBLE);
        if (!reader.office()) {
            question.add(SUPPORTED_BY_READER);
        }
        question.values.put("reader", reader.person());
        question.values.put("today", today);
        return question;
    }

    CaseQuestion shown(CaseFilter.Shown shown) {
        if (shown == CaseFilter.Shown.OPEN) {
            add("l.open");
        } else if (shown == CaseFilter.Shown.CLOSED) {
            add("not l.open");
        }
        return this;
    }

    CaseQuestion narrowed(CaseFilter filter, Instant now) {
        addIf(filter.stage() != null, "l.stage = :stage", "stage", String.valueOf(filter.stage()));
        if (filter.rating() == CaseFilter.Rating.UNRATED) {
            add("l.rag is null");
        } else {
            addIf(filter.rating() != null, "l.rag = :rag", "rag", String.valueOf(filter.rating()));
        }
        addIf(filter.pm() != null, "l.pm = :pm", "pm", filter.pm());
        addIf(filter.area() != null, "l.area = :area", "area", filter.area());
        addIf(filter.help() != null, ":help = any (l.help_kinds)", "help", filter.help());
        addIf(filter.referredTo() != null, REFERRED, "referredTo", filter.referredTo());
        addIf(filter.overdue(), OVERDUE, "now", now.atOffset(ZoneOffset.UTC));
        if (filter.due() != null) {
            LocalDate last = filter.due().last(LocalDate.ofInstant(now, SchemeTime.ZONE));
            addIf(
                    true,
                    DUE,
                    "dueBefore",
                    last.plusDays(1).atStartOfDay(SchemeTime.ZONE).toOffsetDateTime());
            values.put(ComingWeeks.COMING, ComingWeeks.coming(now));
        }
        if (filter.held()) {
            add("l.held_until is not null");
        }
        if (filter.adviceOnly()) {
            add(ADVICE_ONLY);
        }
        if (filter.confidential()) {
            add(CONFIDENTIAL);
        }
        if (filter.waiting() != null) {
            waiting(filter.waiting());
        }
        return this;
    }

    private void waiting(CaseFilter.WaitingFor waiting) {
        switch (waiting) {
            case ME -> add(WAITS_FOR_READER);
            case PM -> add(WAITS_FOR_PM);
            default ->
                addIf(
                        true,
                        WAITS_FOR_GROUP,
                        "group",
                        waiting.role().map(Role::group).orElseThrow());
        }
    }

    CaseQuestion found(CaseSearch.Way way) {
        if (!way.condition().isEmpty()) {
            add(way.condition());
        }
        values.putAll(way.values());
        return this;
    }

    private void add(String condition) {
        conditions.add(condition);
    }

    private void addIf(boolean asked, String condition, String name, Object value) {
        if (asked) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    String conditions() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }
}
