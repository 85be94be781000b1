package org.rovingpm.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.gov.service.notify.Authentication;

/**
 * One kind of call to GOV.UK Notify: an e-mail. Follows no redirect, because the call has a token and what somebody is written, and
 * waits neither for ever nor for an answer of any length, as Notify's own client does.
 */
class NotifyApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    /** Bytes. Its answers repeat the message, which is 100 KB at most. */
    private static final int LONGEST_ANSWER = 1_000_000;

    /** A key ends with the service and the secret, each a UUID, with a hyphen in between. */
    private static final int UUID_LETTERS = 36;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final URI emails;
    private final String service;
    private final String secret;
    private final Duration patience;

    NotifyApi(String address, String key) {
        this(address, key, ANSWER_WITHIN);
    }

    /** @param patience how long the whole answer may take */
    NotifyApi(String address, String key, Duration patience) {
        this.emails = URI.create(address.replaceAll("/+$", "") + "/v2/notifications/email");
        int secretFrom = Math.max(key.length() - UUID_LETTERS, 0);
        this.secret = key.substring(secretFrom);
        this.service = key.substring(Math.max(secretFrom - UUID_LETTERS - 1, 0), Math.max(secretFrom - 1, 0));
        this.patience = patience;
    }

    /**
     * An answer.
     *
     * @param body as text
     */
    record Answer(int status, String body) {}

    /**
     * @throws IOException where there was no whole answer in time: a {@link java.net.ConnectException} or a
     *     {@link java.net.http.HttpConnectTimeoutException} where nothing was sent
     */
    Answer send(String template, String address, Map<String, String> fields, String reference) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(emails)
                .timeout(patience)
                .header("Authorization", "Bearer " + new Authentication().create(service, secret))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(Map.of(
                        "template_id",
                        template,
                        "email_address",
                        address,
                        "personalisation",
                        fields,
                        "reference",
                        reference))))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new ShortBody(LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(whole.statusCode(), new String(whole.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException slow) {
            throw new HttpTimeoutException("The answer took longer than " + patience.toSeconds() + " seconds");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        } finally {
            answer.cancel(true);
        }
    }

    private static byte[] json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
