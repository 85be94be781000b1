package org.rovingpm.account.process;

import java.util.List;
import java.util.Optional;
import org.rovingpm.account.Passwords;
import org.rovingpm.account.PersonalDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine's accounts as they are stored. */
@Repository
class StoredAccounts {

    /**
     * A password as it is stored.
     *
     * @param hash marked by the name of its kind
     * @param salt that the engine adds to the password; may be null
     */
    record Password(String hash, String salt) {}

    private final JdbcClient jdbc;

    StoredAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PersonalDetails> detailsOf(String person) {
        return jdbc.sql("select first_, last_, email_ from act_id_user where id_ = :person")
                .param("person", person)
                .query((row, number) ->
                        new PersonalDetails(row.getString("first_"), row.getString("last_"), row.getString("email_")))
                .optional();
    }

    List<Passwords.Holder> holdersOf(String typed) {
        return jdbc.sql("""
                select u.id_, trim(concat(u.first_, ' ', u.last_)) as name, coalesce(p.email, u.email_) as address
                  from act_id_user u left join published_pm p on p.user_id = u.id_
                 where (u.id_ = :typed or lower(coalesce(p.email, u.email_)) = lower(:typed))
                   and coalesce(p.email, u.email_) <> '' order by u.id_ limit 50""")
                .param("typed", typed)
                .query((row, number) -> new Passwords.Holder(
                        row.getString("id_"),
                        nameOf(row.getString("id_"), row.getString("name")),
                        row.getString("address")))
                .list();
    }

    /** The address that the roster has of a PM. */
    Optional<String> rosterAddressOf(String person) {
        return jdbc.sql("select email from published_pm where user_id = :person and email <> ''")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    /** Empty for an account that does not exist or has no password. */
    Optional<Password> passwordOf(String person) {
        return jdbc.sql("select pwd_, salt_ from act_id_user where id_ = :person and pwd_ is not null")
                .param("person", person)
                .query((row, number) -> new Password(row.getString("pwd_"), row.getString("salt_")))
                .optional();
    }

    /** Stores the same password in another way, unless it has changed meanwhile. */
    void renew(String person, Password before, Password after) {
        jdbc.sql("""
                update act_id_user set pwd_ = :hash, salt_ = :salt, rev_ = rev_ + 1
                 where id_ = :person and pwd_ = :before""")
                .param("hash", after.hash())
                .param("salt", after.salt())
                .param("person", person)
                .param("before", before.hash())
                .update();
    }

    List<String> membersOf(String group) {
        return jdbc.sql("select user_id_ from act_id_membership where group_id_ = :group")
                .param("group", group)
                .query(String.class)
                .list();
    }

    private static String nameOf(String person, String name) {
        return name.isEmpty() ? person : name;
    }
}
