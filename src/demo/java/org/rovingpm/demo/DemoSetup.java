package org.rovingpm.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.rovingpm.funding.OpenFund;
import org.rovingpm.practice.Practices;
import org.rovingpm.practice.position.AddPositions;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demonstration's cases need: practices, PMs and money. */
@Component
@Profile("demo")
public class DemoSetup {

    /** The fund that pays for most of the support. */
    static final String FUND = "RESILIENCE";
    /** A small fund for what practices plan together. */
    static final String MERGER_FUND = "MERGERS";

    private static final String MANAGER = "manager";

    private final Practices practices;
    private final AddPositions positions;
    private final DemoRoster roster;
    private final OpenFund openFund;
    private final DemoWatchList watchList;
    private final JdbcClient jdbc;

    DemoSetup(
            Practices practices,
            AddPositions positions,
            DemoRoster roster,
            OpenFund openFund,
            DemoWatchList watchList,
            JdbcClient jdbc) {
        this.practices = practices;
        this.positions = positions;
        this.roster = roster;
        this.openFund = openFund;
        this.watchList = watchList;
        this.jdbc = jdbc;
    }

    /**
     * What was made.
     *
     * @param county whether the invented practices are there, and with them the cases of their stories
     */
    public record Made(String summary, boolean county) {}

    /** @return whether the database has PMs, funds or cases already, which are not to be mixed with invented ones */
    @Transactional(readOnly = true)
    public boolean inUse() {
        return jdbc.sql("""
                select exists (select from published_pm) or exists (select from published_fund) or exists (select from published_case)""").query(Boolean.class).single();
    }

    /**
     * Practices of a register stay among themselves: where there are any, none are invented.
     *
     * @param today the day as which the demonstration sees its first start
     */
    @Transactional
    public Made make(LocalDate today) {
        boolean county = practices.count() == 0;
        if (county) {
            InventedCounty invented = new InventedCounty();
            positions.add(invented.positions());
            practices.saveAll(invented.practices());
            watchList.make(invented.practices(), today);
        }
        int pms = roster.make(today);
        openFund.open(FUND, "Practice resilience fund", today.minusYears(1), null, new BigDecimal("120000"), MANAGER);
        openFund.open(
                MERGER_FUND,
                "Mergers and projects fund",
                today.minusYears(1),
                today.plusMonths(10),
                new BigDecimal("18000"),
                MANAGER);
        return new Made(
                "%s%d PMs, 2 funds".formatted(county ? InventedCounty.PRACTICES + " practices, " : "", pms), county);
    }
}
