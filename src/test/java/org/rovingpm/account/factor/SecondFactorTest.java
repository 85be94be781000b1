package org.rovingpm.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.Door;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.Visitor;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityEvent.Kind;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Mailbox;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.notification.MailFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in with a password and a code, and what somebody who knows only the password cannot do. */
@ApplicationTest
class SecondFactorTest {

    private static final String CODE_PAGE = "/sign-in/code";
    private static final String WRONG = CODE_PAGE + "?wrong";
    private static final String LATE = "/sign-in?late";
    private static final String SIGNED_IN = "/";
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private DeclaredAccess declared;

    @Autowired
    private SecurityLog log;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private String person;
    private Browser browser;
    private Authenticator app;

    @BeforeEach
    void somebodySetsUpASecondFactor() {
        // The code of the moment stays the same for the time of a test
        clock.moveTo(Instant.ofEpochSecond((clock.instant().getEpochSecond() / 30 + 1) * 30));
        person = people.with(Role.COORDINATOR);
        browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        app = Authenticator.setUp(browser, clock);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private Browser halfSignedIn() {
        return Authenticator.halfSignedIn(person, port);
    }

    private static String enter(Browser browser, String code) {
        return Browser.location(browser.post(CODE_PAGE, "code", code));
    }

    private static boolean isSignedIn(Browser browser) {
        return browser.get("/account").statusCode() == 200;
    }

    private List<Kind> logged() {
        return log.find(person, null, LONG_AGO, 0, 50).stream()
                .map(SecurityEvent::kind)
                .toList();
    }

    @Test
    void passwordAndCodeTogetherSignIn() {
        Browser another = halfSignedIn();
        assertThat(enter(another, app.nextCode(clock))).isEqualTo(SIGNED_IN);
        assertThat(isSignedIn(another)).isTrue();
        assertThat(logged())
                .containsSubsequence(
                        Kind.SIGNED_IN,
                        Kind.SECOND_FACTOR_RIGHT,
                        Kind.SECOND_FACTOR_ASKED,
                        Kind.SECOND_FACTOR_SET_UP,
                        Kind.SIGNED_IN);
    }

    @Test
    void aCodeMayBeTypedWithASpace() {
        String code = app.nextCode(clock);
        assertThat(enter(halfSignedIn(), " " + code.substring(0, 3) + " " + code.substring(3)))
                .isEqualTo(SIGNED_IN);
    }

    @Test
    void oneComesToThePageThatOneHadAskedFor() {
        Browser another = new Browser(port);
        assertThat(Browser.location(another.get("/interests"))).isEqualTo("/sign-in");
        another.signIn(person, TestPeople.PASSWORD);
        another.get(CODE_PAGE);
        assertThat(enter(another, app.nextCode(clock))).startsWith("/interests");
    }

    @Test
    void thePasswordAloneOpensNothing() {
        Browser half = halfSignedIn();
        Set<String> opened = new TreeSet<>();
        declared.pages().stream()
                .filter(page -> page.door() == Door.SIGN_IN || page.door() == Door.SIGN_IN_OR_PASSWORD)
                .filter(page -> !page.readers().admits(new Visitor(false, Set.of(), null)))
                .flatMap(page -> page.patterns().stream())
                .map(pattern -> pattern.replace("/**", "").replaceAll("\\{[^/]*}", "1"))
                .forEach(address -> {
                    if (half.get(address).statusCode() == 200) {
                        opened.add(address);
                    }
                });
        assertThat(opened).isEmpty();
        for (String address : List.of(
                "/camunda/api/engine/engine/default/task?maxResults=1",
                "/camunda/api/admin/auth/user/default",
                "/engine-rest/task?maxResults=1",
                "/engine-rest/engine",
                "/api/menu")) {
            assertThat(half.send("GET", address, null).statusCode()).as(address).isEqualTo(401);
        }
        half.get(CODE_PAGE);
        for (String address : List.of(
                "/account/sessions/end-others",
                "/account/second-factor/turn-off",
                "/account/second-factor/set-up",
                "/account/program-passwords",
                "/account/confirm")) {
            assertThat(Browser.location(half.post(address, "password", TestPeople.PASSWORD)))
                    .as(address)
                    .isEqualTo("/sign-in");
        }
        assertThat(half.get("/sign-in").body()).contains("User name");
    }

    @Test
    void signingOutEndsTheFirstStep() {
        Browser half = halfSignedIn();
        half.post("/sign-out");
        assertThat(Browser.location(half.get(CODE_PAGE))).isEqualTo(LATE);
    }

    @Test
    void aCodeCountsOnce() {
        String code = app.nextCode(clock);
        assertThat(enter(halfSignedIn(), code)).isEqualTo(SIGNED_IN);
        assertThat(enter(halfSignedIn(), code)).isEqualTo(WRONG);
    }

    @Test
    void theCodeThatSetItUpDoesNotCountAgainNorDoesAnEarlierOne() {
        Browser half = halfSignedIn();
        assertThat(enter(half, app.codeAt(clock.instant()))).isEqualTo(WRONG);
        assertThat(enter(half, app.codeAt(clock.instant().minusSeconds(30)))).isEqualTo(WRONG);
    }

    @Test
    void ofTwoAtTheSameMomentACodeSignsOneIn() throws Exception {
        for (int time = 0; time < 5; time++) {
            clock.moveBy(Duration.ofMinutes(1));
            assertThat(atTheSameMoment(app.nextCode(clock))).containsOnlyOnce(SIGNED_IN);
        }
    }

    @Test
    void ofTwoAtTheSameMomentARecoveryCodeSignsOneIn() throws Exception {
        for (int time = 0; time < 5; time++) {
            assertThat(atTheSameMoment(app.recoveryCodes().get(time))).containsOnlyOnce(SIGNED_IN);
        }
    }

    private List<String> atTheSameMoment(String code) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<String>> both = Stream.of(halfSignedIn(), halfSignedIn())
                .map(half -> (Callable<String>) () -> {
                    together.await();
                    return enter(half, code);
                })
                .toList();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> answers = two.invokeAll(both);
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            two.shutdown();
        }
    }

    @Test
    void theCodeOfAnotherAccountIsWrong() {
        Browser theirs = new Browser(port);
        theirs.signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        Authenticator other = Authenticator.setUp(theirs, clock);
        Browser half = halfSignedIn();
        assertThat(enter(half, other.nextCode(clock))).isEqualTo(WRONG);
        assertThat(enter(half, other.recoveryCodes().get(0))).isEqualTo(WRONG);
    }

    @Test
    void aSeedPutIntoAnotherRowOfTheDatabaseOpensNothing() {
        String thief = people.with(Role.ADMINISTRATOR);
        Browser theirs = new Browser(port);
        theirs.signIn(thief, TestPeople.PASSWORD);
        Authenticator own = Authenticator.setUp(theirs, clock);
        jdbc.sql(
                        "update second_factor set seed = (select seed from second_factor where person = :thief) where person = :person")
                .param("thief", thief)
                .param("person", person)
                .update();
        Browser half = halfSignedIn();
        assertThat(enter(half, own.nextCode(clock))).isEqualTo(CODE_PAGE + "?unreadable");
        assertThat(half.get(CODE_PAGE + "?unreadable").body()).contains("cannot be checked at this moment");
        assertThat(isSignedIn(half)).isFalse();
    }

    @Test
    void anotherKeyThanThatOfTheSeedsLetsNobodyInWithoutARecoveryCode() {
        jdbc.sql(
                        "update second_factor set seed = set_byte(seed, 20, (get_byte(seed, 20) + 1) % 256) where person = :person")
                .param("person", person)
                .update();
        Browser half = halfSignedIn();
        assertThat(enter(half, app.nextCode(clock))).isEqualTo(CODE_PAGE + "?unreadable");
        assertThat(isSignedIn(half)).isFalse();
        enter(half, app.recoveryCodes().get(0));
        assertThat(isSignedIn(half)).isTrue();
    }

    @Test
    void aRecoveryCodeSignsInOnceHoweverItIsTyped() {
        assertThat(app.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        String code = app.recoveryCodes().get(3);
        Browser half = halfSignedIn();
        assertThat(enter(
                        half,
                        code.toUpperCase(java.util.Locale.ROOT)
                                .replace('-', ' ')
                                .replace('0', 'O')))
                .isEqualTo(SIGNED_IN);
        assertThat(half.get(Authenticator.PAGE).body()).containsPattern("Recovery codes left</dt><dd>9<");
        assertThat(enter(halfSignedIn(), code)).isEqualTo(WRONG);
        assertThat(logged()).contains(Kind.RECOVERY_CODE_USED);
    }

    @Test
    void newRecoveryCodesTakeThePlaceOfTheOldOnesAndAreShownOnce() {
        browser.get(Authenticator.PAGE);
        assertThat(Browser.location(browser.post(Authenticator.PAGE + "/recovery-codes")))
                .isEqualTo(Authenticator.PAGE + "/recovery-codes");
        List<String> made = Authenticator.recoveryCodes(
                browser.get(Authenticator.PAGE + "/recovery-codes").body());
        assertThat(made).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes());
        assertThat(Browser.location(browser.get(Authenticator.PAGE + "/recovery-codes")))
                .isEqualTo(Authenticator.PAGE);
        Browser half = halfSignedIn();
        assertThat(enter(half, app.recoveryCodes().get(0))).isEqualTo(WRONG);
        assertThat(enter(half, made.get(0))).isEqualTo(SIGNED_IN);
    }

    @Test
    void neitherSeedNorRecoveryCodeCanBeReadInTheDatabase() {
        assertThat(jdbc.sql("select hash from recovery_code where person = :person")
                        .param("person", person)
                        .query(String.class)
                        .list())
                .hasSize(10)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
                .doesNotContainAnyElementsOf(app.recoveryCodes());
        assertThat(jdbc.sql("select encode(seed, 'hex') from second_factor where person = :person")
                        .param("person", person)
                        .query(String.class)
                        .single())
                .doesNotContain(app.keyInHexadecimal());
    }

    @Test
    void afterTenWrongCodesEvenTheRightOneHasToWaitAndTheOwnerIsTold() {
        people.setAddress(person, person + "@example.org");
        Browser half = halfSignedIn();
        try (Mailbox mailbox = new Mailbox(mail, jobs, jdbc)) {
            for (int guess = 0; guess < 10; guess++) {
                assertThat(enter(half, app.wrongCode(clock))).isEqualTo(WRONG);
            }
            for (int guess = 0; guess < 3; guess++) {
                assertThat(enter(half, app.nextCode(clock))).isEqualTo(CODE_PAGE + "?wait");
            }
            assertThat(mailbox.count(person + "@example.org", "Wrong codes were typed"))
                    .isEqualTo(1);
        }
        assertThat(half.get(CODE_PAGE + "?wait").body()).contains("too many wrong codes");
        assertThat(isSignedIn(half)).isFalse();
        assertThat(logged()).contains(Kind.TOO_MANY_ATTEMPTS, Kind.SECOND_FACTOR_WRONG);
    }

    @Test
    void thePasswordAloneMakesNoBrowserAndNoNetworkKnown() {
        jdbc.sql("delete from known_client where person = :person")
                .param("person", person)
                .update();
        Browser half = halfSignedIn();
        assertThat(half.cookie("known-browser")).isEmpty();
        assertThat(jdbc.sql("select count(*) from known_client where person = :person")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .isZero();
        enter(half, app.nextCode(clock));
        assertThat(half.cookie("known-browser")).isPresent();
    }

    @Test
    void theFirstStepLastsFiveMinutes() {
        Browser half = halfSignedIn();
        clock.moveBy(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(Browser.location(half.get(CODE_PAGE))).isEqualTo(LATE);
        assertThat(enter(half, app.codeAt(clock.instant()))).isEqualTo(LATE);
        assertThat(half.get(LATE).body()).contains("It took too long");
        assertThat(isSignedIn(half)).isFalse();
    }

    @Test
    void theFirstStepEndsWhenTheAccountChanges() {
        Browser half = halfSignedIn();
        people.setPassword(person, "the heron waits below");
        assertThat(enter(half, app.nextCode(clock))).isEqualTo(LATE);
        assertThat(isSignedIn(half)).isFalse();
    }

    @Test
    void aCodeWithoutTheFirstStepSignsNobodyIn() {
        Browser stranger = new Browser(port);
        assertThat(Browser.location(stranger.get(CODE_PAGE))).isEqualTo(LATE);
        stranger.get("/sign-in");
        assertThat(enter(stranger, app.nextCode(clock))).isEqualTo(LATE);
        assertThat(isSignedIn(stranger)).isFalse();
    }

    @Test
    void theFirstStepOfOneIsNotTheSecondOfAnother() {
        Browser shared = halfSignedIn();
        String other = people.with(Role.COORDINATOR);
        shared.signIn(other, TestPeople.PASSWORD);
        assertThat(Browser.location(shared.get(CODE_PAGE))).isEqualTo("/");
        shared.get("/account");
        assertThat(enter(shared, app.nextCode(clock))).isEqualTo(LATE);
        assertThat(shared.get("/account").body()).contains(other).doesNotContain(">" + person + "<");
    }

    @Test
    void whoeverWasSignedInWithTheBrowserIsNotBetweenTheSteps() {
        String other = people.with(Role.COORDINATOR);
        Browser shared = new Browser(port);
        shared.signIn(other, TestPeople.PASSWORD);
        shared.get("/account");
        shared.signIn(person, TestPeople.PASSWORD);
        assertThat(isSignedIn(shared)).isFalse();
    }

    @Test
    void eachStepHasASessionOfItsOwn() {
        Browser another = new Browser(port);
        another.signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        String before = another.cookie("JSESSIONID").orElseThrow();
        another.signIn(person, TestPeople.PASSWORD);
        String between = another.cookie("JSESSIONID").orElseThrow();
        another.get(CODE_PAGE);
        enter(another, app.nextCode(clock));
        String after = another.cookie("JSESSIONID").orElseThrow();
        assertThat(List.of(before, between, after)).doesNotHaveDuplicates();
        assertThat(isSignedIn(holderOf(between))).isFalse();
        assertThat(isSignedIn(holderOf(after))).isTrue();
    }

    private Browser holderOf(String session) {
        Browser holder = new Browser(port);
        holder.keep("JSESSIONID", session);
        return holder;
    }

    @Test
    void aCodeNeedsTheTokenOfItsPage() {
        Browser half = new Browser(port);
        half.signIn(person, TestPeople.PASSWORD);
        // The token of the page before
        assertThat(half.post(CODE_PAGE, "code", app.nextCode(clock)).statusCode())
                .isEqualTo(403);
        assertThat(isSignedIn(half)).isFalse();
    }

    @Test
    void sessionsFromBeforeItWasSetUpEndAndTheOneInWhichItWasGoesOn() {
        String other = people.with(Role.COORDINATOR);
        Browser before = new Browser(port);
        before.signIn(other, TestPeople.PASSWORD);
        Browser settingUp = new Browser(port);
        settingUp.signIn(other, TestPeople.PASSWORD);
        assertThat(isSignedIn(before)).isTrue();
        Authenticator.setUp(settingUp, clock);
        assertThat(isSignedIn(before)).isFalse();
        assertThat(isSignedIn(settingUp)).isTrue();
    }

    @Test
    void itCountsOnlyOnceACodeHasShownThatTheAppHasTheKey() {
        String other = people.with(Role.COORDINATOR);
        Browser settingUp = new Browser(port);
        settingUp.signIn(other, TestPeople.PASSWORD);
        HttpResponse<String> page = settingUp.get(Authenticator.PAGE + "/set-up");
        Authenticator reading = Authenticator.reading(page.body());
        HttpResponse<String> refused = settingUp.post(Authenticator.PAGE + "/set-up", "code", reading.wrongCode(clock));
        assertThat(refused.body()).contains("The code is not right", "set the clock of your telephone");
        assertThat(Authenticator.reading(refused.body()).keyInHexadecimal())
                .as("the same key as before")
                .isEqualTo(reading.keyInHexadecimal());
        assertThat(Browser.location(new Browser(port).signIn(other, TestPeople.PASSWORD)))
                .isEqualTo(SIGNED_IN);
    }

    @Test
    void setUpAgainTheOldAppShowsWrongCodes() {
        Authenticator anotherApp = Authenticator.setUp(browser, clock);
        Browser half = halfSignedIn();
        assertThat(enter(half, app.nextCode(clock))).isEqualTo(WRONG);
        assertThat(enter(half, app.recoveryCodes().get(0))).isEqualTo(WRONG);
        assertThat(enter(half, anotherApp.nextCode(clock))).isEqualTo(SIGNED_IN);
    }

    @Test
    void turnedOffThePasswordAloneSignsInAndTheRecoveryCodesAreGone() {
        browser.get(Authenticator.PAGE);
        assertThat(Browser.location(browser.post(Authenticator.PAGE + "/turn-off")))
                .isEqualTo("/account");
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(Browser.location(new Browser(port).signIn(person, TestPeople.PASSWORD)))
                .isEqualTo(SIGNED_IN);
        assertThat(jdbc.sql("select count(*) from recovery_code where person = :person")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(logged()).contains(Kind.SECOND_FACTOR_REMOVED);
    }

    @Test
    void beforeAnythingOfItIsChangedThePasswordIsAskedAgain() {
        String confirm = "/account/confirm?back=" + Authenticator.PAGE;
        clock.moveBy(Duration.ofMinutes(11));
        assertThat(Browser.location(browser.get(Authenticator.PAGE))).isEqualTo(confirm);
        assertThat(Browser.location(browser.get(Authenticator.PAGE + "/set-up")))
                .isEqualTo(confirm);
        browser.get("/account");
        for (String change : List.of("/set-up", "/recovery-codes", "/turn-off")) {
            assertThat(Browser.location(browser.post(Authenticator.PAGE + change, "code", app.nextCode(clock))))
                    .as(change)
                    .isEqualTo(confirm);
        }
        assertThat(Browser.location(new Browser(port).signIn(person, TestPeople.PASSWORD)))
                .isEqualTo(CODE_PAGE);
        browser.get("/account/confirm");
        assertThat(Browser.location(
                        browser.post("/account/confirm", "password", TestPeople.PASSWORD, "back", Authenticator.PAGE)))
                .isEqualTo(Authenticator.PAGE);
        assertThat(browser.get(Authenticator.PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherPasswordDoesNotTakeItAway() {
        people.setPassword(person, "the heron waits below");
        assertThat(Browser.location(new Browser(port).signIn(person, "the heron waits below")))
                .isEqualTo(CODE_PAGE);
    }

    @Test
    void aLaterAccountOfTheSameNameHasNone() {
        people.delete(person);
        people.again(person, Role.COORDINATOR);
        assertThat(Browser.location(new Browser(port).signIn(person, TestPeople.PASSWORD)))
                .isEqualTo(SIGNED_IN);
    }

    @Test
    void theOwnerIsToldByEMailOfWhatHappensToIt() {
        people.setAddress(person, person + "@example.org");
        String address = person + "@example.org";
        try (Mailbox mailbox = new Mailbox(mail, jobs, jdbc)) {
            Authenticator anotherApp = Authenticator.setUp(browser, clock);
            enter(halfSignedIn(), anotherApp.recoveryCodes().get(0));
            browser.get(Authenticator.PAGE);
            browser.post(Authenticator.PAGE + "/turn-off");
            assertThat(mailbox.count(address, "A second factor has been set up"))
                    .isEqualTo(1);
            assertThat(mailbox.count(address, "A recovery code of your account has been used"))
                    .isEqualTo(1);
            assertThat(mailbox.count(address, "The second factor of your account has been taken away"))
                    .isEqualTo(1);
            assertThat(mailbox.count(address, "Your password has been changed")).isZero();
        }
    }
}
