package org.rovingpm.caselist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.access.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The saved views. Each has an owner, who alone changes it. A name counts once for each owner, however it is capitalised. */
@Repository
public class SavedViews {

    /** The most that one person has, and that a list of them shows. */
    public static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the reader's own, and those that others share with their roles, by name */
    public List<SavedView> of(CaseReader reader) {
        return jdbc.sql("""
                select * from saved_view where owner = :owner or shared_with = any (:groups)
                 order by owner <> :owner, lower(name), id limit :most""")
                .param("owner", reader.person())
                .param("groups", reader.roles().stream().map(Role::group).toArray(String[]::new))
                .param("most", 2 * MOST)
                .query((row, number) -> view(row))
                .list();
    }

    /** @return the view, if it is this person's */
    public Optional<SavedView> find(long id, String owner) {
        return jdbc.sql("select * from saved_view where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .query((row, number) -> view(row))
                .optional();
    }

    int count(String owner) {
        return jdbc.sql("select count(*) from saved_view where owner = :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** Saves it, in place of the owner's view of the same name if there is one: sent twice it is there once. */
    void save(String owner, String name, String shown, Role sharedWith) {
        jdbc.sql("""
                insert into saved_view (owner, name, shown, shared_with, saved_at) values (:owner, :name, :shown, :sharedWith, :at)
                on conflict (owner, lower(name)) do update
                   set name = excluded.name, shown = excluded.shown, shared_with = excluded.shared_with, saved_at = excluded.saved_at""")
                .param("owner", owner)
                .param("name", name)
                .param("shown", shown)
                .param("sharedWith", group(sharedWith), Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return false if another view of the owner's has this name; one that is not there any more is left as it is */
    boolean change(long id, String owner, String name, Role sharedWith) {
        try {
            jdbc.sql("update saved_view set name = :name, shared_with = :sharedWith where id = :id and owner = :owner")
                    .param("id", id)
                    .param("owner", owner)
                    .param("name", name)
                    .param("sharedWith", group(sharedWith), Types.VARCHAR)
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** Removes it if it is this person's; one that is gone already stays gone. */
    public void remove(long id, String owner) {
        jdbc.sql("delete from saved_view where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    private static String group(Role role) {
        return role == null ? null : role.group();
    }

    private static SavedView view(ResultSet row) throws SQLException {
        String group = row.getString("shared_with");
        return new SavedView(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("name"),
                row.getString("shown"),
                group == null ? null : Role.ofGroup(group).orElse(null));
    }
}
