package org.rovingpm.account.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.account.CountedPasswordHash;
import org.rovingpm.account.PasswordHash;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class AccountSignInTest {

    private static final String WRONG = "Not-the-password-1";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private StoredAccounts stored;

    @Autowired
    private PasswordHash hash;

    @Autowired
    private ObjectProvider<ProcessEngineConfigurationImpl> engine;

    @Autowired
    private ObjectProvider<IdentityService> identities;

    @Autowired
    private JdbcClient jdbc;

    private String stored(String person) {
        return stored.passwordOf(person).orElseThrow().hash();
    }

    /** As the engine stored passwords before. */
    private String withAnOldHash() {
        String person = people.with(Role.COORDINATOR);
        jdbc.sql("update act_id_user set pwd_ = :hash, salt_ = 'salt' where id_ = :person")
                .param("hash", "{SHA-512}" + new Sha512HashDigest().encrypt(TestPeople.PASSWORD + "salt"))
                .param("person", person)
                .update();
        return person;
    }

    @Test
    void aPasswordIsStoredAsArgon2id() {
        assertThat(stored(people.with(Role.COORDINATOR))).startsWith("{argon2id}$argon2id$v=19$");
    }

    @Test
    void anOldHashIsRenewedAtTheNextRightSignIn() {
        String person = withAnOldHash();
        assertThat(Browser.location(new Browser(port).signIn(person, WRONG))).isEqualTo("/sign-in?refused");
        assertThat(stored(person)).startsWith("{SHA-512}");
        assertThat(Browser.location(new Browser(port).signIn(person, TestPeople.PASSWORD)))
                .isEqualTo("/");
        assertThat(stored(person)).startsWith("{argon2id}");
        assertThat(Browser.location(new Browser(port).signIn(person, TestPeople.PASSWORD)))
                .isEqualTo("/");
    }

    /** What takes the time is the one computation: it is made once for each of them. */
    @Test
    void aWrongPasswordTakesTheSameTimeForEveryName() {
        List<String> computed = new ArrayList<>();
        EnginePasswords passwords = new EnginePasswords(engine, identities, stored, new CountedPasswordHash(computed));
        String withoutPassword = people.with(Role.COORDINATOR);
        jdbc.sql("update act_id_user set pwd_ = null where id_ = :person")
                .param("person", withoutPassword)
                .update();
        for (String name : List.of(
                "nobody-" + UUID.randomUUID(), "n".repeat(65), "", "no\0body", withAnOldHash(), withoutPassword)) {
            computed.clear();
            assertThat(passwords.isRight(name, WRONG)).isFalse();
            assertThat(computed).as(name).hasSize(1);
        }
        computed.clear();
        assertThat(passwords.isRight(people.with(Role.COORDINATOR), WRONG)).isFalse();
        assertThat(computed).as("looked at by the engine's own").isEmpty();
    }

    @Test
    void aProgramsPasswordIsNotComputedWithEachCallAndIsForgottenWhenTheAccountChanges() {
        String person = people.with(Role.COORDINATOR);
        Api program = Api.as(person, Api.Door.PROGRAMS, port);
        assertThat(program.get("/filter/count").statusCode()).isEqualTo(200);
        jdbc.sql("update act_id_user set pwd_ = '{argon2id}' || :other where id_ = :person")
                .param("other", hash.of("another password"))
                .param("person", person)
                .update();
        assertThat(program.get("/filter/count").statusCode())
                .as("remembered: the stored password is not looked at")
                .isEqualTo(200);
        people.setPassword(person, "another password of theirs");
        assertThat(program.get("/filter/count").statusCode()).isEqualTo(401);
    }

    @Test
    void aProgramLosesTheRightsThatItsAccountLoses() {
        String person = people.with(Role.COORDINATOR);
        Api program = Api.as(person, Api.Door.PROGRAMS, port);
        assertThat(program.get("/filter/count").statusCode()).isEqualTo(200);
        people.withdraw(person, Role.COORDINATOR);
        assertThat(program.get("/filter/count").statusCode()).isEqualTo(403);
        people.delete(person);
        assertThat(program.get("/engine").statusCode()).isEqualTo(401);
    }
}
