package org.rovingpm.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All referrals to other places. */
@Repository
public class OnwardReferrals {

    private final JdbcClient jdbc;
    private final ReferralPlaces places;

    OnwardReferrals(JdbcClient jdbc, ReferralPlaces places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** @return those of the case, the latest first */
    public List<OnwardReferral> of(CaseReference reference) {
        return jdbc.sql("select * from onward_referral where case_reference = :reference order by id desc")
                .param("reference", reference.value())
                .query(this::referral)
                .list();
    }

    public Optional<OnwardReferral> latest(CaseReference reference) {
        return of(reference).stream().findFirst();
    }

    private OnwardReferral referral(ResultSet row, int number) throws SQLException {
        return new OnwardReferral(
                row.getLong("id"),
                places.get(row.getString("place")),
                row.getString("reason"),
                row.getObject("referred_at", OffsetDateTime.class).toInstant(),
                row.getString("referred_by"));
    }
}
