package org.rovingpm.account.factor;

import java.util.List;
import java.util.stream.Stream;
import org.rovingpm.account.RandomSecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes for whoever is without their authenticator app: ten, each for one use. */
@Repository
class RecoveryCodes {

    static final int MANY = 10;

    private static final int GROUPS = 6;

    private final JdbcClient jdbc;

    RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes new ones in place of all that are left. @return the codes, which nobody can read again */
    List<String> renew(String person) {
        jdbc.sql("delete from recovery_code where person = :person")
                .param("person", person)
                .update();
        List<String> codes =
                Stream.generate(() -> RandomSecret.of(GROUPS)).limit(MANY).toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (person, hash) values (:person, :hash)")
                .param("person", person)
                .param("hash", RandomSecret.hash(code))
                .update());
        return codes;
    }

    /** Uses one up. @return false if it is none of theirs, or another request was faster */
    boolean use(String person, String typed) {
        return jdbc.sql("delete from recovery_code where person = :person and hash = :hash")
                        .param("person", person)
                        .param("hash", RandomSecret.hash(typed))
                        .update()
                == 1;
    }
}
