package org.rovingpm.assessment;

import org.rovingpm.choice.ChoiceList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reasons for which a request can be declined, as the scheme has them. */
@Repository
class DeclineReasons extends ChoiceList<DeclineReason> {

    DeclineReasons(JdbcClient jdbc) {
        super("declineReasonOptions", DeclineReason.class, () -> jdbc.sql(
                        "select code, label, in_use from decline_reason order by position, code")
                .query((row, number) ->
                        new DeclineReason(row.getString("code"), row.getString("label"), row.getBoolean("in_use")))
                .list());
    }
}
