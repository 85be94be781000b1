package org.rovingpm.account.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.submission.Refusal;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens where the key of second factors is missing, or is another than before. */
@ApplicationTest
class KeyOfSeedsTest {

    private static final SeedCipher WITHOUT_KEY = KeylessFactors.CIPHER;
    private static final String OF_TESTS = "b25seS1mb3ItdGVzdHM6IDMyIGJ5dGVzLCBubyBtb3I=";
    private static final String ANOTHER = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
    private static final SeedCipher WITH_ANOTHER = new SeedCipher(new SecondFactorSettings(List.of(ANOTHER)));

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private RecoveryCodes recoveryCodes;

    @Autowired
    private SeedCipher cipher;

    @Autowired
    private TimeCodes codes;

    @Autowired
    private BeanFactory application;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(KeyOfSeeds.class);
    private Level before;

    @BeforeEach
    void listen() {
        before = logger.getLevel();
        logger.setLevel(Level.ERROR);
        lines.start();
        logger.addAppender(lines);
        jdbc.sql("delete from second_factor").update();
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(before);
    }

    private void somebodyHasASecondFactor() {
        Browser browser = new Browser(port);
        browser.signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        Authenticator.setUp(browser, clock);
    }

    private List<String> saidAtAStartWith(SeedCipher other) {
        new KeyOfSeeds(factors, other).check();
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void theRightKeyIsNotWorthAWord() {
        somebodyHasASecondFactor();
        assertThat(saidAtAStartWith(cipher)).isEmpty();
    }

    @Test
    void aMissingKeyIsNotWhereNobodyHasASecondFactor() {
        assertThat(saidAtAStartWith(WITHOUT_KEY)).isEmpty();
    }

    @Test
    void anotherKeyIsSaidAtTheStartInOneSentence() {
        somebodyHasASecondFactor();
        assertThat(saidAtAStartWith(WITH_ANOTHER))
                .singleElement()
                .asString()
                .startsWith("Second factors are stored under another key")
                .contains("ROVINGPM_SECOND_FACTOR_KEY:");
    }

    @Test
    void soIsAMissingOne() {
        somebodyHasASecondFactor();
        assertThat(saidAtAStartWith(WITHOUT_KEY)).singleElement().asString().contains("which is missing");
    }

    @Test
    void withoutAKeyNobodySetsUpASecondFactorAndNobodyRequiresOne() {
        RequiredFactors required = KeylessFactors.required(application);
        ChangeSecondFactor change = KeylessFactors.change(application);
        assertThat(change.isPossible()).isFalse();
        assertThatThrownBy(() -> change.setUp("somebody", Seed.random(), "123456", 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no key");
        assertThatThrownBy(() -> required.require(Set.of("coordinator"), "somebody"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no key");
        assertThat(required.groups()).isEmpty();
    }

    @Test
    void aSeedIsSealedWithANewKeyByTheNextRightCode() {
        String person = people.with(Role.COORDINATOR);
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        Authenticator app = Authenticator.setUp(browser, clock);
        SeedCipher both = new SeedCipher(new SecondFactorSettings(List.of(ANOTHER, OF_TESTS)));
        assertThat(WITH_ANOTHER.open(seedOf(person), person)).isEmpty();
        CheckSecondFactor check = new CheckSecondFactor(factors, recoveryCodes, both, codes);
        assertThat(check.check(person, app.nextCode(clock))).isEqualTo(CheckSecondFactor.Answer.RIGHT_CODE);
        assertThat(WITH_ANOTHER.open(seedOf(person), person)).isPresent();
    }

    private byte[] seedOf(String person) {
        return factors.find(person).orElseThrow().seed();
    }

    @Test
    void withoutAKeyACodeIsNotTakenForRightAndNotForWrong() {
        String person = people.with(Role.COORDINATOR);
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        Authenticator app = Authenticator.setUp(browser, clock);
        for (SeedCipher other : List.of(WITHOUT_KEY, WITH_ANOTHER)) {
            CheckSecondFactor check = new CheckSecondFactor(factors, recoveryCodes, other, codes);
            assertThat(check.check(person, app.nextCode(clock))).isEqualTo(CheckSecondFactor.Answer.UNREADABLE);
        }
        CheckSecondFactor check = new CheckSecondFactor(factors, recoveryCodes, WITHOUT_KEY, codes);
        assertThat(check.check(person, app.recoveryCodes().get(0)))
                .isEqualTo(CheckSecondFactor.Answer.RIGHT_RECOVERY_CODE);
    }
}
