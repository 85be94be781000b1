package org.rovingpm.schemestart;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.funding.Fund;
import org.rovingpm.funding.Funds;
import org.rovingpm.practice.Practices;
import org.rovingpm.schemestart.SchemeChecks.Check;
import org.rovingpm.schemestart.SchemeChecks.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a scheme needs before it can help its first practice, and what of it is still missing. */
@Component
public class SchemeChecklist {

    /** Without them no case gets far: somebody assesses, decides, pays, keeps the models and the accounts. */
    private static final Set<Role> NEEDED = Set.of(
            Role.COORDINATOR, Role.SERVICE_MANAGER, Role.BUDGET_HOLDER, Role.PROCESS_MANAGER, Role.ADMINISTRATOR);

    private final Practices practices;
    private final StaffDirectory staff;
    private final Funds funds;
    private final SchemeChecks checks;
    private final JdbcClient jdbc;
    private final Clock clock;

    SchemeChecklist(
            Practices practices, StaffDirectory staff, Funds funds, SchemeChecks checks, JdbcClient jdbc, Clock clock) {
        this.practices = practices;
        this.staff = staff;
        this.funds = funds;
        this.checks = checks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One thing that a scheme needs.
     *
     * @param there whether it is there
     * @param found what there is, or what is missing, in a sentence
     * @param how   where and how it is done
     * @param link  address of that page; null where it is no page
     * @param name  what the link says
     * @param item  what a person ticks; null where the application can see for itself
     * @param check who ticked it last; null where nobody has
     */
    public record Needed(
            String title, boolean there, String found, String how, String link, String name, Item item, Check check) {}

    private record Roster(long active, long lapsed) {}

    /** @return everything, in the order in which it is best done */
    public List<Needed> all() {
        return List.of(register(), accounts(), pms(), fundsOpen(), templates(), limits());
    }

    private Needed register() {
        long served = practices.countServed();
        return new Needed(
                "The register of practices",
                served > 0,
                served > 0
                        ? "%s practices are served by the scheme.".formatted(BritishFormat.number(served))
                        : "No practice is served by the scheme yet.",
                "Whoever runs the application loads the NHS register; the operations guide says how.",
                null,
                null,
                null,
                null);
    }

    private Needed accounts() {
        List<String> counts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Role role : Role.values()) {
            int people = staff.of(role).size();
            if (people > 0) {
                counts.add("%s: %s".formatted(role.displayName(), BritishFormat.number(people)));
            } else if (NEEDED.contains(role)) {
                missing.add(role.one());
            }
        }
        return new Needed(
                "Accounts for each role",
                missing.isEmpty(),
                (missing.isEmpty() ? "" : "Nobody has the role of %s. ".formatted(String.join(" or ", missing)))
                        + String.join(", ", counts)
                        + ".",
                "An administrator makes accounts and puts them into the group of their role.",
                "/camunda/app/admin/default/#/users",
                "Users in Admin",
                null,
                null);
    }

    private Needed pms() {
        Roster roster = jdbc.sql("""
                select count(*) as active,
                       count(*) filter (where least(dbs_valid_until, agreement_valid_until) < :today) as lapsed
                  from published_pm where status = 'ACTIVE'""")
                .param("today", LocalDate.now(clock))
                .query(Roster.class)
                .single();
        return new Needed(
                "Practice managers on the roster",
                roster.active() > 0 && roster.lapsed() == 0,
                roster.active() == 0
                        ? "Nobody is on the roster yet."
                        : "%s on the roster%s."
                                .formatted(
                                        BritishFormat.count(roster.active(), "active PM"),
                                        roster.lapsed() == 0
                                                ? ""
                                                : ", %s of them with a DBS check or agreement that has run out"
                                                        .formatted(BritishFormat.number(roster.lapsed()))),
                "Import them, or add each with “Roster change” under “Start process” in Tasklist.",
                "/people",
                "PMs",
                null,
                null);
    }

    private Needed fundsOpen() {
        List<Fund> open = funds.open();
        BigDecimal available = open.stream().map(Fund::available).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Needed(
                "Funds with money",
                available.signum() > 0,
                open.isEmpty()
                        ? "No fund is open."
                        : "%s open, with %s available."
                                .formatted(BritishFormat.count(open.size(), "fund"), BritishFormat.pounds(available)),
                "Import them, or open each with “Fund change” under “Start process” in Tasklist.",
                "/funds",
                "Funds",
                null,
                null);
    }

    private Needed templates() {
        return ticked(
                "Message templates",
                Item.TEMPLATES,
                "Nobody has said yet that the messages suit this scheme.",
                "Read what practices and staff are sent, and change the wording where your scheme does it differently.",
                "/templates",
                "Message templates");
    }

    private Needed limits() {
        return ticked(
                "Limits and deadlines",
                Item.LIMITS,
                "Nobody has said yet that the limits suit this scheme.",
                "Above which cost the budget holder approves, how soon each step is due and how urgency is rated are "
                        + "decisions: a process manager reads them in Cockpit and changes them in Camunda Modeler.",
                "/camunda/app/cockpit/default/#/decisions",
                "Decisions in Cockpit");
    }

    private Needed ticked(String title, Item item, String missing, String how, String link, String name) {
        Check check = checks.find(item).orElse(null);
        return new Needed(
                title,
                check != null,
                check == null ? missing : "Somebody has said that they suit this scheme.",
                how,
                link,
                name,
                item,
                check);
    }
}
