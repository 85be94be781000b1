package org.rovingpm.benchmark.data;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.rovingpm.access.TestPeople;
import org.rovingpm.benchmark.Application;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An invented England: practices, funds, the people of a scheme, and a roster of PMs with their accounts. */
public final class PeopleAndPractices {

    public static final String COORDINATOR = "coordinator";
    public static final String SERVICE_MANAGER = "service-manager";
    static final int FUNDS = 42;

    private static final String FIRST_PM = "pm-story-00";
    /** Ten thousand postcodes an offset, each in one of ninety outward codes. */
    private static final String POSTCODE = """
        'B' || (1 + i % 90) || ' ' || (i / 90 % 10) || chr(65 + i / 900 % 26) || chr(65 + i / 23400 % 26)""";

    private static final int HOMES = 20_000;

    private final Application application;
    private final JdbcClient jdbc;

    PeopleAndPractices(Application application, JdbcClient jdbc) {
        this.application = application;
        this.jdbc = jdbc;
    }

    /** Accounts of the roles, and of the PM whose account the others' are copied from. */
    void accounts() {
        List.of(COORDINATOR, SERVICE_MANAGER, "budget-holder").forEach(role -> account(role, role));
        account(FIRST_PM, "roving-pm");
    }

    void practices() {
        jdbc.sql("""
                insert into practice (ods_code, name, address, postcode, icb, status, opened_on, list_size, cqc_rating, in_scheme)
                select 'B' || lpad(i::text, 5, '0'), 'Practice B' || lpad(i::text, 5, '0'), i || ' High Street, Testborough', <postcode>,
                       'Q' || lpad((1 + i % 42)::text, 2, '0'), 'ACTIVE', date '1990-01-01', 2000 + i % 15000, 'GOOD', true
                  from generate_series(1, :practices) i""".replace("<postcode>", POSTCODE))
                .param("practices", application.size().practices())
                .update();
        jdbc.sql("""
                insert into postcode_position (postcode, latitude, longitude)
                select distinct on (1) <postcode>, 50.5 + (i * 7919 % 4500) / 1000.0, -4 + (i * 6007 % 5000) / 1000.0
                  from (select generate_series(1, :practices) union all select :homes + generate_series(1, :pms)) numbers (i)""".replace("<postcode>", POSTCODE))
                .param("practices", application.size().practices())
                .param("homes", HOMES)
                .param("pms", application.size().pms())
                .update();
    }

    /** A fund for each integrated care board. */
    void funds() {
        jdbc.sql("""
                insert into fund (code, name, opens_on)
                select 'FUND-' || lpad(i::text, 2, '0'), 'Fund ' || i, current_date - 3650 from generate_series(2, :funds) i""").param("funds", FUNDS).update();
        jdbc.sql("""
                insert into ledger_entry (fund_code, recorded_at, recorded_by, kind, amount, idempotency_key)
                select code, now(), 'service-manager', 'ALLOCATION', 9999999999, 'benchmark:' || code from fund""").update();
    }

    /** PMs as a roster has them: most can be placed, some are paused, some have let their papers run out. */
    void roster() {
        jdbc.sql("""
                insert into roving_pm (user_id, name, email, status, home_postcode, sessions_a_week, dbs_valid_until,
                                       agreement_valid_until, joined_on, changed_at, changed_by)
                select 'pm-' || lpad(n::text, 5, '0'), 'PM ' || n, 'pm' || n || '@example.org',
                       case when n % 20 = 0 then 'PAUSED' else 'ACTIVE' end, <postcode>, case when n % 3 = 0 then 4 else 10 end,
                       current_date + (n % 900) - 30, current_date + (n % 700) - 20, current_date - n % 3000, now(), 'coordinator'
                  from generate_series(1, :pms) n, lateral (select :homes + n as i) home""".replace("<postcode>", POSTCODE))
                .param("pms", application.size().pms())
                .param("homes", HOMES)
                .update();
        jdbc.sql("""
                insert into roving_pm_skill (pm, kind)
                select user_id, kind from roving_pm,
                       unnest('{STAFFING_SHORTAGE,PM_ABSENCE,HANDOVER,FINANCES,CQC,MERGER,IT_AND_REPORTS,PROJECT}'::text[]) kind
                 where hashtext(user_id || kind) % 2 = 0 on conflict do nothing""").update();
        jdbc.sql("""
                insert into declared_interest (person, ods_code, reason, since, declared_at, declared_by, confirmed_on)
                select 'pm-' || lpad(n::text, 5, '0'), 'B' || lpad((1 + n * 31 % :practices)::text, 5, '0'), 'A relative works there.',
                       current_date, now(), 'pm-' || lpad(n::text, 5, '0'), current_date
                  from generate_series(1, :pms, 3) n""")
                .param("pms", application.size().pms())
                .param("practices", application.size().practices())
                .update();
        accountsOfPms();
    }

    private void accountsOfPms() {
        String pms = " from generate_series(1, :pms) n, lateral (select 'pm-' || lpad(n::text, 5, '0') as pm) p, ";
        jdbc.sql(
                        "insert into act_id_user (id_, rev_, first_, last_, email_, pwd_, salt_) select pm, 1, 'PM', pm, pm || '@example.org', pwd_, salt_"
                                + pms + "act_id_user u where u.id_ = :first")
                .param("pms", application.size().pms())
                .param("first", FIRST_PM)
                .update();
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) select pm, 'roving-pm'" + pms
                        + "(values (1)) once")
                .param("pms", application.size().pms())
                .update();
        jdbc.sql("insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)"
                        + " select gen_random_uuid(), 1, type_, pm, resource_type_, pm, perms_" + pms
                        + "act_ru_authorization a where a.user_id_ = :first and a.resource_id_ = :first")
                .param("pms", application.size().pms())
                .param("first", FIRST_PM)
                .update();
    }

    private void account(String id, String group) {
        IdentityService identities = application.engine().getIdentityService();
        User user = identities.newUser(id);
        user.setFirstName("Tamsin");
        user.setLastName("Teasel");
        user.setPassword(TestPeople.PASSWORD);
        identities.saveUser(user);
        identities.createMembership(id, group);
    }
}
