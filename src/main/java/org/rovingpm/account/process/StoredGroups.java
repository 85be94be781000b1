package org.rovingpm.account.process;

import java.util.List;
import org.rovingpm.account.factor.FactorGroups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine's groups as they are stored. */
@Repository
class StoredGroups implements FactorGroups {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    StoredGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Group> all() {
        return jdbc.sql("""
                select g.id_, g.name_, count(m.user_id_) as members, count(f.person) as with_factor
                  from act_id_group g left join act_id_membership m on m.group_id_ = g.id_
                  left join second_factor f on f.person = m.user_id_
                 group by g.id_, g.name_ order by g.id_ limit :most""")
                .param("most", MOST)
                .query((row, number) -> new Group(
                        row.getString("id_"), row.getString("name_"), row.getInt("members"), row.getInt("with_factor")))
                .list();
    }
}
