package org.rovingpm.placement;

import org.rovingpm.choice.ChoiceList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways in which a PM and a practice are introduced, as the scheme has them. */
@Repository
class IntroductionWays extends ChoiceList<IntroductionWay> {

    IntroductionWays(JdbcClient jdbc) {
        super("introductionWayOptions", IntroductionWay.class, () -> jdbc.sql(
                        "select code, label, in_use from introduction_way order by position, code")
                .query((row, number) ->
                        new IntroductionWay(row.getString("code"), row.getString("label"), row.getBoolean("in_use")))
                .list());
    }
}
