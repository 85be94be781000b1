package org.rovingpm.advice;

import org.rovingpm.choice.ChoiceList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways in which advice is given, as the scheme has them. */
@Repository
class AdviceWays extends ChoiceList<AdviceWay> {

    AdviceWays(JdbcClient jdbc) {
        super("adviceWayOptions", AdviceWay.class, () -> jdbc.sql(
                        "select code, label, in_use from advice_way order by position, code")
                .query((row, number) ->
                        new AdviceWay(row.getString("code"), row.getString("label"), row.getBoolean("in_use")))
                .list());
    }
}
