package org.rovingpm.engine.job;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The locks by which a job belongs to the instance that has fetched it. They are written beside the engine, which changes a job's
 * revision with everything else it changes and compares it: these statements leave the revision alone and disturb nobody.
 */
@Component
class JobLocks {

    private final JdbcClient jdbc;

    JobLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps jobs that an instance is still at work on. What somebody is writing at this moment is left for the next time.
     *
     * @param owners names that this instance has had; the jobs are the first one's from now on
     */
    @Transactional
    public int renew(Collection<String> jobs, Collection<String> owners, Duration time) {
        return jdbc.sql("""
                update act_ru_job set lock_owner_ = :owner, lock_exp_time_ = :until where id_ in (
                    select id_ from act_ru_job where id_ = any (:jobs) and lock_owner_ = any (:owners) for update skip locked)""")
                .param("owner", owners.iterator().next())
                .param("owners", owners.toArray(String[]::new))
                .param("jobs", jobs.toArray(String[]::new))
                .param("until", new Timestamp(ClockUtil.getCurrentTime().getTime() + time.toMillis()))
                .update();
    }

    /** Gives back all jobs of an instance that has ended without doing so. @return how many there were */
    @Transactional
    public int giveBack(String owner) {
        return jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = :owner")
                .param("owner", owner)
                .update();
    }
}
