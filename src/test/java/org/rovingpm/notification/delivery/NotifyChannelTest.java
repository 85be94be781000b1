package org.rovingpm.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.notification.MessageSettings;
import org.rovingpm.notification.delivery.Channel.NotTaken;
import org.rovingpm.notification.delivery.Channel.Outgoing;
import org.rovingpm.notification.delivery.Channel.Unconfirmed;

/** GOV.UK Notify over a real socket, answering as its documentation says, and as it should not. */
class NotifyChannelTest {

    private static final String KEY = "test-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static final String PATH = "/v2/notifications/email";
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WireMockServer notify =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private Channel channel;

    @BeforeEach
    void aService() {
        notify.start();
        channel = new NotifyChannel(
                new MessageSettings.GovUkNotify(KEY, "f33517ff-2a88-4f6e-b855-c550268ce08a", notify.baseUrl(), null),
                new NotifyApi(notify.baseUrl(), KEY, PATIENCE),
                Clock.fixed(NOW, ZoneId.of("Europe/London")));
    }

    @AfterEach
    void stop() {
        notify.stop();
    }

    private void answers(ResponseDefinitionBuilder answer) {
        notify.stubFor(post(urlEqualTo(PATH)).willReturn(answer));
    }

    private Throwable sent() {
        return catchThrowable(
                () -> channel.send(new Outgoing(7, "the-key", "ann@example.org", "Subject", "# Body", NOW, null)));
    }

    @Test
    void sendsSubjectAndBodyWithTheKeyAsReference() {
        answers(aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withBody("""
            {"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":"the-key","content":{"subject":"Subject","body":"Body",
             "from_email":"x@example.org"},"uri":"https://example.org/1",
             "template":{"id":"f33517ff-2a88-4f6e-b855-c550268ce08a","version":1,"uri":"https://example.org/2"}}"""));

        assertThat(sent()).isNull();
        notify.verify(postRequestedFor(urlEqualTo(PATH))
                .withHeader("Authorization", matching("Bearer .+\\..+\\..+"))
                .withRequestBody(matchingJsonPath("$.reference", equalTo("the-key")))
                .withRequestBody(matchingJsonPath("$.email_address", equalTo("ann@example.org")))
                .withRequestBody(matchingJsonPath("$.personalisation.subject", equalTo("Subject")))
                .withRequestBody(matchingJsonPath("$.personalisation.body", equalTo("\\# Body"))));
    }

    @ParameterizedTest
    @CsvSource({
        "400,ValidationError,false,",
        "400,BadRequestError,false,",
        "403,AuthError,false,",
        "429,RateLimitError,true,",
        "429,TooManyRequestsError,true,2026-07-01T23:00:00Z",
        "500,Exception,true,",
        "503,,true,"
    })
    void obeysTheRulesOfItsErrors(int status, String type, boolean again, Instant notBefore) {
        answers(aResponse()
                .withStatus(status)
                .withBody(
                        type == null
                                ? "<html>down</html>"
                                : "{\"status_code\":%d,\"errors\":[{\"error\":\"%s\",\"message\":\"Words that may change\"}]}"
                                        .formatted(status, type)));

        assertThat(sent()).isInstanceOfSatisfying(NotTaken.class, failure -> {
            assertThat(failure.again().ever()).isEqualTo(again);
            assertThat(failure.again().notBefore()).isEqualTo(notBefore);
            assertThat(failure)
                    .hasMessageContaining(Integer.toString(status))
                    .hasMessageNotContaining("Words")
                    .hasMessageNotContaining("ann@");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
    void doesNotGuessWhereTheAnswerBreaksOff(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(sent()).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void doesNotWaitForEver() {
        answers(aResponse().withStatus(201).withFixedDelay(20_000));
        assertThat(sent()).isInstanceOf(Unconfirmed.class);

        answers(aResponse().withStatus(201).withBody("x".repeat(100)).withChunkedDribbleDelay(100, 20_000));
        assertThat(sent()).as("where it comes a letter at a time").isInstanceOf(Unconfirmed.class);
    }

    @Test
    void doesNotReadAnAnswerOfAnyLength() {
        answers(aResponse().withStatus(201).withBody("x".repeat(2_000_000)));
        assertThat(sent())
                .isInstanceOf(Unconfirmed.class)
                .hasRootCauseMessage("The answer is longer than 1000000 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        notify.stubFor(any(urlEqualTo("/elsewhere")).willReturn(aResponse().withStatus(201)));
        answers(aResponse().withStatus(status).withHeader("Location", notify.baseUrl() + "/elsewhere"));

        assertThat(sent()).isInstanceOf(NotTaken.class).hasMessage("GOV.UK Notify answered " + status + ".");
        notify.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void isCertainWhereNobodyListens() {
        notify.stop();

        assertThat(sent()).isInstanceOfSatisfying(NotTaken.class, failure -> assertThat(
                        failure.again().ever())
                .isTrue());
    }
}
