package org.rovingpm.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.rovingpm.notification.MessageSettings;
import org.rovingpm.notification.delivery.Channel.NotTaken.Again;
import org.rovingpm.start.StartRefused;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * Sends by GOV.UK Notify, with the key of the message as reference. Errors are distinguished by status and type,
 * never by their text: 400 and 403 are not retried, a limit per minute is retried soon, the daily limit on the next
 * day.
 */
class NotifyChannel implements Channel {

    private static final String OF_THE_DAY = "TooManyRequestsError";
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // By default the client waits for ever. Milliseconds
        defaultTo("sun.net.client.defaultConnectTimeout", "10000");
        defaultTo("sun.net.client.defaultReadTimeout", "60000");
    }

    private final NotificationClient client;
    private final String template;
    private final Clock clock;

    NotifyChannel(MessageSettings.GovUkNotify settings, Clock clock) {
        if (settings.template() == null) {
            throw new StartRefused(
                    "A key for GOV.UK Notify is set, but no template.",
                    "Set ROVINGPM_MESSAGE_GOV_UK_NOTIFY_TEMPLATE and start again.");
        }
        this.client = new NotificationClient(settings.apiKey(), settings.address());
        this.template = settings.template();
        this.clock = clock;
    }

    private static void defaultTo(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public void send(Outgoing message) {
        try {
            client.sendEmail(
                    template,
                    message.address(),
                    Map.of("subject", message.subject(), "body", NotifyText.escaped(message.body())),
                    message.key());
        } catch (NotificationClientException failure) {
            if (failure.getCause() instanceof IOException cause) {
                throw broken(cause, failure);
            }
            throw failure.getHttpResult() < HttpURLConnection.HTTP_BAD_REQUEST
                    ? new Unconfirmed("The answer of GOV.UK Notify could not be read.", failure)
                    : refused(failure);
        }
    }

    private static RuntimeException broken(IOException cause, NotificationClientException failure) {
        boolean neverThere = cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException;
        return neverThere
                ? new NotTaken("GOV.UK Notify could not be reached.", Again.SOON, failure)
                : new Unconfirmed("The connection to GOV.UK Notify ended before it confirmed.", failure);
    }

    private NotTaken refused(NotificationClientException failure) {
        int status = failure.getHttpResult();
        String type = type(failure);
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
                "GOV.UK Notify answered %d%s.".formatted(status, type.isEmpty() ? "" : ", " + type), again, failure);
    }

    /** @return the type of the error in the answer; empty if the answer is not Notify's */
    private static String type(NotificationClientException failure) {
        String text = String.valueOf(failure.getMessage());
        try {
            return JSON.readTree(text.substring(Math.max(text.indexOf('{'), 0)))
                    .path("errors")
                    .path(0)
                    .path("error")
                    .asText("");
        } catch (JsonProcessingException foreign) {
            return "";
        }
    }
}
