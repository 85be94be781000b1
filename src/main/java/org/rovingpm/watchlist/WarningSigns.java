package org.rovingpm.watchlist;

import org.rovingpm.choice.ChoiceList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signs that the liaison team watches for, as the scheme has them. */
@Repository
public class WarningSigns extends ChoiceList<WarningSign> {

    WarningSigns(JdbcClient jdbc) {
        super("warningSignOptions", WarningSign.class, () -> jdbc.sql(
                        "select code, label, in_use from warning_sign order by position, code")
                .query((row, number) ->
                        new WarningSign(row.getString("code"), row.getString("label"), row.getBoolean("in_use")))
                .list());
    }
}
