package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Network;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.signin.SignInClient;
import org.rovingpm.access.signin.SignInRefused;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.web.share.Shares;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class SignInThrottleTest {

    private static final String WRONG = "Not-the-password-1";

    @LocalServerPort
    private int port;

    @Autowired
    private SignInThrottle throttle;

    @Autowired
    private Shares shares;

    @Autowired
    private KnownClients knownClients;

    @Autowired
    private SignInSettings settings;

    @Autowired
    private TestPeople people;

    private static SignInClient somewhere() {
        return new SignInClient("network " + UUID.randomUUID(), null, false);
    }

    private void guess(String person, SignInClient client, int times) {
        for (int guess = 0; guess < times; guess++) {
            throttle.begin(person, client);
        }
    }

    @Test
    void somebodyElsesGuessesDoNotKeepTheOwnerOut() {
        String person = "owner-" + UUID.randomUUID();
        SignInClient usual = somewhere();
        throttle.begin(person, usual).succeeded();
        for (int guess = 0; guess < settings.unknown(); guess++) {
            throttle.begin(person, somewhere());
        }
        assertThatThrownBy(() -> throttle.begin(person, somewhere()))
                .as("wherever the guesses come from")
                .isInstanceOf(SignInRefused.class)
                .satisfies(refusal -> assertThat(((SignInRefused) refusal).notBefore())
                        .isPositive()
                        .isLessThan(settings.period()));
        throttle.begin(person, usual).succeeded();
    }

    @Test
    void aBrowserIsKnownAlsoInAnotherNetwork() {
        String person = "owner-" + UUID.randomUUID();
        SignInClient home = new SignInClient("home", "token-" + person, false);
        throttle.begin(person, home).succeeded();
        guess(person, somewhere(), settings.unknown());
        throttle.begin(person, new SignInClient("train", "token-" + person, false))
                .succeeded();
        assertThatThrownBy(() -> throttle.begin(person, new SignInClient("cafe", "token of another", false)))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void theUsualPlaceIsNoLicenceToGuess() {
        String person = "owner-" + UUID.randomUUID();
        SignInClient usual = somewhere();
        throttle.begin(person, usual).succeeded();
        guess(person, usual, settings.known());
        assertThatThrownBy(() -> throttle.begin(person, usual)).isInstanceOf(SignInRefused.class);
    }

    @Test
    void oneClientCannotTryManyAccounts() {
        SignInClient client = somewhere();
        SignInThrottle strict =
                new SignInThrottle(shares, knownClients, new SignInSettings(10, 10, 3, settings.period()));
        for (int account = 0; account < 3; account++) {
            strict.begin("account-" + UUID.randomUUID(), client);
        }
        assertThatThrownBy(() -> strict.begin("account-" + UUID.randomUUID(), client))
                .isInstanceOf(SignInRefused.class);
        strict.begin("account-" + UUID.randomUUID(), somewhere());
    }

    @Test
    void whoIsRightUsesNothingUp() {
        String person = "owner-" + UUID.randomUUID();
        for (int times = 0; times <= settings.unknown(); times++) {
            throttle.begin(person, somewhere()).succeeded();
        }
    }

    @Test
    void anUnknownNameWaitsAsAKnownOneDoesAndGetsTheSameAnswer() {
        String known = people.with(Role.COORDINATOR);
        String unknown = "nobody-" + UUID.randomUUID();
        for (String name : new String[] {known, unknown}) {
            Browser stranger = new Browser(port);
            for (int guess = 0; guess < settings.unknown() + 1; guess++) {
                assertThat(Browser.location(stranger.signIn(name, WRONG))).isEqualTo("/sign-in?refused");
            }
        }
        assertThat(Browser.location(new Browser(port).signIn(known, TestPeople.PASSWORD)))
                .as("the right password is not looked at")
                .isEqualTo("/sign-in?refused");
    }

    @Test
    void aProgramIsToldHowLongToWait() {
        String person = people.with(Role.COORDINATOR);
        guess(person, new SignInClient(Network.of("127.0.0.1"), null, true), settings.unknown());
        HttpResponse<String> answer = Api.as(person, Api.Door.PROGRAMS, port).get("/filter/count");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(Browser.json(answer).get("message").asText()).contains("too many wrong passwords");
    }
}
