package org.rovingpm.account.factor;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.submission.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The groups whose members must have a second factor. Whoever has none is led to set one up when they sign in next. */
@Repository
public class RequiredFactors {

    private final JdbcClient jdbc;
    private final SeedCipher cipher;
    private final SecurityLog log;
    private final Clock clock;

    RequiredFactors(JdbcClient jdbc, SeedCipher cipher, SecurityLog log, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.log = log;
        this.clock = clock;
    }

    /** Whether a member of these groups must have one. */
    public boolean areRequired(Collection<String> groups) {
        return !groups.isEmpty()
                && jdbc.sql("select exists (select from second_factor_group where group_id in (:groups))")
                        .param("groups", groups)
                        .query(Boolean.class)
                        .single();
    }

    public Set<String> groups() {
        return jdbc.sql("select group_id from second_factor_group")
                .query(String.class)
                .set();
    }

    /**
     * From now on these groups must have one, and no others. Refused where nobody could set one up.
     *
     * @param administrator who says so
     */
    @Transactional
    public void require(Set<String> chosen, String administrator) {
        Set<String> before = groups();
        if (!cipher.hasKey() && !before.containsAll(chosen)) {
            throw new Refusal(
                    "A second factor cannot be required, because the application has no key to store any under.");
        }
        before.stream().filter(group -> !chosen.contains(group)).forEach(group -> {
            jdbc.sql("delete from second_factor_group where group_id = :group")
                    .param("group", group)
                    .update();
            log.add(SecurityEvent.Kind.SECOND_FACTOR_OPTIONAL, null, administrator, group);
        });
        chosen.stream().filter(group -> !before.contains(group)).sorted().forEach(group -> {
            jdbc.sql("insert into second_factor_group (group_id, since) values (:group, :now) on conflict do nothing")
                    .param("group", group)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            log.add(SecurityEvent.Kind.SECOND_FACTOR_REQUIRED, null, administrator, group);
        });
    }

    /** Whether a member of these groups has still to set one up. */
    public boolean mustSetUp(String person, Collection<String> groups) {
        return areRequired(groups)
                && jdbc.sql("select not exists (select from second_factor where person = :person)")
                        .param("person", person)
                        .query(Boolean.class)
                        .single();
    }
}
