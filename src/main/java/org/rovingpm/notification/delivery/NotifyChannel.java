package org.rovingpm.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.rovingpm.notification.MessageSettings;
import org.rovingpm.notification.delivery.Channel.NotTaken.Again;
import org.rovingpm.start.StartRefused;

/**
 * Sends by GOV.UK Notify, with the key of the message as reference. Errors are distinguished by status and type,
 * never by their text: 400 and 403 are not retried, a limit per minute is retried soon, the daily limit on the next
 * day.
 */
class NotifyChannel implements Channel {

    private static final String OF_THE_DAY = "TooManyRequestsError";
    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NotifyApi notify;
    private final String template;
    private final Clock clock;

    NotifyChannel(MessageSettings.GovUkNotify settings, Clock clock) {
        this(settings, new NotifyApi(settings.address(), settings.apiKey()), clock);
    }

    NotifyChannel(MessageSettings.GovUkNotify settings, NotifyApi notify, Clock clock) {
        if (settings.template() == null) {
            throw new StartRefused(
                    "A key for GOV.UK Notify is set, but no template.",
                    "Set ROVINGPM_MESSAGE_GOV_UK_NOTIFY_TEMPLATE and start again.");
        }
        this.notify = notify;
        this.template = settings.template();
        this.clock = clock;
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public void send(Outgoing message) {
        NotifyApi.Answer answer;
        try {
            answer = notify.send(
                    template,
                    message.address(),
                    Map.of("subject", message.subject(), "body", NotifyText.escaped(message.body())),
                    message.key());
        } catch (IOException broken) {
            throw withoutAnswer(broken);
        }
        if (answer.status() < OK || answer.status() >= REDIRECTS) {
            throw refused(answer);
        }
    }

    private static RuntimeException withoutAnswer(IOException broken) {
        boolean neverThere = broken instanceof ConnectException
                || broken instanceof HttpConnectTimeoutException
                || broken instanceof NoRouteToHostException;
        return neverThere
                ? new NotTaken("GOV.UK Notify could not be reached.", Again.SOON, broken)
                : new Unconfirmed("The connection to GOV.UK Notify ended before it confirmed.", broken);
    }

    private NotTaken refused(NotifyApi.Answer answer) {
        int status = answer.status();
        String type = type(answer.body());
        Again again =
                switch (status) {
                    case 400, 403 -> Again.NEVER;
                    case 429 ->
                        OF_THE_DAY.equals(type)
                                ? Again.from(LocalDate.now(clock)
                                        .plusDays(1)
                                        .atStartOfDay(clock.getZone())
                                        .toInstant())
                                : Again.SOON;
                    default -> Again.SOON;
                };
        return new NotTaken(
                "GOV.UK Notify answered %d%s.".formatted(status, type.isEmpty() ? "" : ", " + type), again, null);
    }

    /** @return the type of the error in the answer; empty if the answer is not Notify's */
    private static String type(String answer) {
        try {
            return JSON.readTree(answer).path("errors").path(0).path("error").asText("");
        } catch (JsonProcessingException foreign) {
            return "";
        }
    }
}
