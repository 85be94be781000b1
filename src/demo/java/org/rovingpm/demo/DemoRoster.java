package org.rovingpm.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.access.Role;
import org.rovingpm.access.SampleAccounts;
import org.rovingpm.access.SampleAccounts.Account;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.roster.Block;
import org.rovingpm.roster.ChangeRoster;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts the practice managers who have a demonstration account on the roster: no two of them can do the same. */
@Component
@Profile("demo")
class DemoRoster {

    private static final String COORDINATOR = "coordinator";
    private static final int PAUSED = 6;
    private static final int LEFT = 18;
    private static final int DBS_RUNS_OUT = 3;
    private static final int DBS_RAN_OUT = 11;
    private static final int AGREEMENT_RUNS_OUT = 15;
    private static final List<String> SESSIONS = List.of("4", "6", "3", "5", "2", "4", "8", "4", "2.5", "6");
    private static final List<List<String>> SKILLS = List.of(
            List.of("PM_ABSENCE", "HANDOVER", "STAFFING_SHORTAGE"), List.of("FINANCES", "PM_ABSENCE", "MERGER"),
            List.of("CQC", "HANDOVER"), List.of("IT_AND_REPORTS", "PROJECT", "PM_ABSENCE"),
            List.of("STAFFING_SHORTAGE", "FINANCES"), List.of("CQC", "PM_ABSENCE", "STAFFING_SHORTAGE", "HANDOVER"),
            List.of("MERGER", "PROJECT", "FINANCES", "CQC"), List.of("PM_ABSENCE", "IT_AND_REPORTS"));

    private final SampleAccounts accounts;
    private final ChangeRoster changeRoster;
    private final DeclareInterest declareInterest;
    private final Block block;
    private final Practices practices;
    private final HelpKinds helpKinds;

    DemoRoster(
            SampleAccounts accounts,
            ChangeRoster changeRoster,
            DeclareInterest declareInterest,
            Block block,
            Practices practices,
            HelpKinds helpKinds) {
        this.accounts = accounts;
        this.changeRoster = changeRoster;
        this.declareInterest = declareInterest;
        this.block = block;
        this.practices = practices;
        this.helpKinds = helpKinds;
    }

    /** @param today the day on which credentials are valid, about to run out, or just have */
    int make(LocalDate today) {
        List<Account> pms = accounts.accounts().stream()
                .filter(account -> account.roleOf() == Role.ROVING_PM)
                .toList();
        for (int number = 0; number < pms.size(); number++) {
            add(pms.get(number), number, today);
        }
        interest(pms.get(0), 12, "My sister is a receptionist at this practice.");
        interest(pms.get(7), 31, "I was the manager of this practice until last year.");
        interest(pms.get(12), 31, "My husband is one of its partners.");
        block(pms.get(4), 20, Block.Side.PRACTICE, "They worked together before and did not get on.");
        block(pms.get(9), 44, Block.Side.PM, "An earlier placement there ended in a dispute.");
        return pms.size();
    }

    private void add(Account account, int number, LocalDate today) {
        RosterStatus status =
                number == PAUSED ? RosterStatus.PAUSED : number == LEFT ? RosterStatus.LEFT : RosterStatus.ACTIVE;
        LocalDate dbs = number == DBS_RUNS_OUT
                ? today.plusDays(12)
                : number == DBS_RAN_OUT ? today.minusDays(3) : today.plusMonths(7 + number);
        LocalDate agreement = number == AGREEMENT_RUNS_OUT ? today.plusDays(20) : today.plusMonths(5 + 2L * number);
        changeRoster.change(
                new ChangeRoster.Form(
                        account.id(),
                        account.firstName() + " " + account.lastName(),
                        account.email(),
                        status,
                        InventedCounty.homeIn(1 + number % InventedCounty.DISTRICTS)
                                .value(),
                        new BigDecimal(SESSIONS.get(number % SESSIONS.size())),
                        helpKinds.of(SKILLS.get(number % SKILLS.size())),
                        dbs,
                        agreement,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                COORDINATOR);
    }

    private void interest(Account pm, int practice, String reason) {
        OdsCode code = InventedCounty.code(practice);
        practices.find(code).ifPresent(known -> declareInterest.declare(pm.id(), code, reason));
    }

    private void block(Account pm, int practice, Block.Side side, String reason) {
        OdsCode code = InventedCounty.code(practice);
        practices.find(code).ifPresent(known -> block.block(pm.id(), code, side, reason, COORDINATOR));
    }
}
