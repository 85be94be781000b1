package org.rovingpm.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book of the funds: what was put in, committed, released, spent and taken back. It only grows, and the balances follow from
 * it in the database. Every entry has a key that names what was done: the same key twice has one effect. Committing
 * and releasing lock the fund until the transaction ends, and moving money of a case locks the case, so that the amounts in
 * a refusal are right. Spending never waits for another case, because its money was committed before.
 */
@Component
public class Ledger {

    private static final BigDecimal MOST = new BigDecimal("100000000");

    private final Funds funds;
    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(Funds funds, JdbcClient jdbc, Clock clock) {
        this.funds = funds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private enum Kind {
        ALLOCATION,
        COMMITMENT,
        RELEASE,
        SPEND,
        REVERSAL
    }

    private record Entry(Kind kind, String fund, String reference, BigDecimal amount, BigDecimal hours) {}

    /** Puts money into the fund. */
    @Transactional
    public void allocate(String fund, BigDecimal amount, String key, String who, String note) {
        refuseInvalidAmount(amount);
        funds.locked(fund);
        Entry entry = new Entry(Kind.ALLOCATION, fund, null, amount, null);
        if (recordedBefore(entry, key).isEmpty()) {
            add(entry, key, who, note);
        }
    }

    /** Commits money to the case; refuses more than is available, and a fund that is not open today. */
    @Transactional
    public void commit(
            CaseReference reference, String fundCode, BigDecimal amount, String key, String who, String note) {
        refuseInvalidAmount(amount);
        Fund fund = funds.locked(fundCode);
        Entry entry = new Entry(Kind.COMMITMENT, fundCode, reference.value(), amount, null);
        if (recordedBefore(entry, key).isPresent()) {
            return;
        }
        if (!fund.openOn(LocalDate.now(clock))) {
            throw new Refusal("fund", "The fund “%s” is not open today: choose another.".formatted(fund.name()));
        }
        if (amount.compareTo(fund.available()) > 0) {
            throw new Refusal(
                    "fund",
                    "The fund “%s” has %s left; this plan needs %s."
                            .formatted(
                                    fund.name(), BritishFormat.pounds(fund.available()), BritishFormat.pounds(amount)));
        }
        add(entry, key, who, note);
    }

    /** Gives committed money back to the fund; refuses more than is still committed to the case. */
    @Transactional
    public void release(
            CaseReference reference, String fundCode, BigDecimal amount, String key, String who, String note) {
        refuseInvalidAmount(amount);
        Fund fund = funds.locked(fundCode);
        Entry entry = new Entry(Kind.RELEASE, fundCode, reference.value(), amount, null);
        if (recordedBefore(entry, key).isPresent()) {
            return;
        }
        BigDecimal committed = lockCommitted(reference, fundCode);
        if (amount.compareTo(committed) > 0) {
            throw new Refusal("The fund “%s” has %s committed to case %s: %s cannot be given back."
                    .formatted(fund.name(), BritishFormat.pounds(committed), reference, BritishFormat.pounds(amount)));
        }
        add(entry, key, who, note);
    }

    /**
     * Spends committed money on a PM's hours, as far as it reaches.
     *
     * @param hours what the amount pays for; the entry notes the part of them that could be covered
     * @return the part of the amount that could not be covered
     */
    @Transactional
    public BigDecimal spend(
            CaseReference reference,
            String fundCode,
            BigDecimal amount,
            BigDecimal hours,
            String key,
            String who,
            String note) {
        refuseInvalidAmount(amount);
        BigDecimal committed = lockCommitted(reference, fundCode);
        Optional<BigDecimal> before =
                recordedBefore(new Entry(Kind.SPEND, fundCode, reference.value(), amount, hours), key);
        if (before.isPresent()) {
            return amount.subtract(before.get());
        }
        BigDecimal covered = amount.min(committed);
        if (covered.signum() > 0) {
            BigDecimal paid = hours.multiply(covered)
                    .divide(amount, 2, RoundingMode.HALF_UP)
                    .max(new BigDecimal("0.01"));
            add(new Entry(Kind.SPEND, fundCode, reference.value(), covered, paid), key, who, note);
        }
        return amount.subtract(covered);
    }

    private record Spending(long id, String fund, BigDecimal amount, BigDecimal hours) {}

    /**
     * Takes spending of a case back: its money is committed to the case again. Each entry names the one that it reverses, and none is
     * reversed twice.
     *
     * @param keys of the spending; one that ends with a colon stands for all that begin with it
     */
    @Transactional
    public void reverse(CaseReference reference, List<String> keys, String who, String note) {
        for (Spending spent : spending(reference, keys)) {
            lockCommitted(reference, spent.fund());
            jdbc.sql("""
                    insert into ledger_entry (fund_code, recorded_at, recorded_by, kind, amount, case_reference, hours, note,
                        idempotency_key, reverses)
                    values (:fund, :at, :who, :kind, :amount, :reference, :hours, :note, :key, :reverses)""")
                    .param("fund", spent.fund())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("who", who)
                    .param("kind", Kind.REVERSAL.name())
                    .param("amount", spent.amount())
                    .param("reference", reference.value())
                    .param("hours", spent.hours(), Types.NUMERIC)
                    .param("note", note, Types.VARCHAR)
                    .param("key", "reversal:" + spent.id())
                    .param("reverses", spent.id())
                    .update();
        }
    }

    private List<Spending> spending(CaseReference reference, List<String> keys) {
        return jdbc.sql("""
                select id, fund_code as fund, amount, hours from ledger_entry e
                where case_reference = :reference and kind = 'SPEND'
                  and exists (select from unnest(:keys) key
                      where e.idempotency_key = key or key like '%:' and starts_with(e.idempotency_key, key))
                  and not exists (select from ledger_entry r where r.reverses = e.id)
                order by id""")
                .param("reference", reference.value())
                .param("keys", keys.toArray(String[]::new), Types.ARRAY)
                .query(Spending.class)
                .list();
    }

    /** @return what each fund has committed to the case and what was spent of it, by code of the fund */
    public List<CaseMoney> moneyOf(CaseReference reference) {
        return jdbc.sql("""
                select m.fund_code, f.name as fund_name, m.committed, m.spent
                from case_money m join fund f on f.code = m.fund_code
                where m.case_reference = :reference order by m.fund_code""")
                .param("reference", reference.value())
                .query(CaseMoney.class)
                .list();
    }

    /** @return what is committed to the case and not spent, locked until this transaction ends */
    private BigDecimal lockCommitted(CaseReference reference, String fund) {
        return jdbc.sql(
                        "select committed from case_money where case_reference = :reference and fund_code = :fund for no key update")
                .param("reference", reference.value())
                .param("fund", fund)
                .query(BigDecimal.class)
                .optional()
                .orElse(BigDecimal.ZERO);
    }

    /**
     * @return the amount of the entry that has this key already; fails if the key was used for something else, which
     * is a programming error
     */
    private Optional<BigDecimal> recordedBefore(Entry requested, String key) {
        Optional<Entry> found =
                jdbc.sql("""
                select kind, fund_code as fund, case_reference as reference, amount, hours from ledger_entry
                where idempotency_key = :key""").param("key", key).query(Entry.class).optional();
        found.filter(entry -> entry.kind() != requested.kind()
                        || !entry.fund().equals(requested.fund())
                        || !Objects.equals(entry.reference(), requested.reference())
                        || entry.kind() != Kind.SPEND && entry.amount().compareTo(requested.amount()) != 0)
                .ifPresent(other -> {
                    throw new IllegalStateException(
                            "The key %s has been used for %s, not for %s".formatted(key, other, requested));
                });
        return found.map(Entry::amount);
    }

    private void add(Entry entry, String key, String who, String note) {
        jdbc.sql("""
                insert into ledger_entry (fund_code, recorded_at, recorded_by, kind, amount, case_reference, hours, note, idempotency_key)
                values (:fund, :at, :who, :kind, :amount, :reference, :hours, :note, :key)
                on conflict (idempotency_key) do nothing""")
                .param("fund", entry.fund())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("kind", entry.kind().name())
                .param("amount", entry.amount())
                .param("reference", entry.reference(), Types.VARCHAR)
                .param("hours", entry.hours(), Types.NUMERIC)
                .param("note", note, Types.VARCHAR)
                .param("key", key)
                .update();
    }

    private static void refuseInvalidAmount(BigDecimal amount) {
        if (amount == null
                || amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > 2
                || amount.compareTo(MOST) > 0) {
            throw new Refusal(
                    "amount",
                    "Give an amount in pounds and pence, more than nothing and at most %s."
                            .formatted(BritishFormat.pounds(MOST)));
        }
    }
}
