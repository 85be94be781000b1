package org.rovingpm.hiddencase;

import org.rovingpm.choice.ChoiceList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kinds of interest that people declare, as the scheme has them. */
@Repository
public class InterestKinds extends ChoiceList<InterestKind> {

    InterestKinds(JdbcClient jdbc) {
        super("interestKindOptions", InterestKind.class, () -> jdbc.sql(
                        "select code, label, in_use from interest_kind order by position, code")
                .query((row, number) ->
                        new InterestKind(row.getString("code"), row.getString("label"), row.getBoolean("in_use")))
                .list());
    }
}
