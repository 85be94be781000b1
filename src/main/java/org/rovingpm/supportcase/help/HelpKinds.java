package org.rovingpm.supportcase.help;

import org.rovingpm.choice.ChoiceList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kinds of help, as the scheme has them. */
@Repository
public class HelpKinds extends ChoiceList<HelpKind> {

    HelpKinds(JdbcClient jdbc) {
        super("helpKindOptions", HelpKind.class, () -> jdbc.sql(
                        "select code, label, skill, in_use from help_kind order by position, code")
                .query((row, number) -> new HelpKind(
                        row.getString("code"),
                        row.getString("label"),
                        row.getString("skill"),
                        row.getBoolean("in_use")))
                .list());
    }
}
