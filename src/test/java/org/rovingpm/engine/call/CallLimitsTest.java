package org.rovingpm.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpRequestBase;
import org.camunda.connect.ConnectorRequestException;
import org.camunda.connect.Connectors;
import org.camunda.connect.httpclient.HttpConnector;
import org.camunda.connect.httpclient.impl.HttpConnectorImpl;
import org.camunda.connect.spi.ConnectorConfigurator;
import org.junit.jupiter.api.Test;

/** No call of a connector waits for ever, whoever makes it and whatever it asks for. */
class CallLimitsTest {

    private static RequestConfig limitsOf(HttpConnector connector, Integer silence) {
        AtomicReference<RequestConfig> limits = new AtomicReference<>();
        connector.addRequestInterceptor(invocation -> {
            limits.set(((HttpRequestBase) invocation.getTarget()).getConfig());
            throw new IllegalStateException("Not sent");
        });
        assertThatThrownBy(() -> connector
                        .createRequest()
                        .get()
                        .url("http://localhost:1/")
                        .configOption("socket-timeout", silence == null ? -1 : silence)
                        .execute())
                .isInstanceOf(ConnectorRequestException.class);
        return limits.get();
    }

    private static HttpConnector limited() {
        HttpConnector connector = new HttpConnectorImpl();
        new CallLimits().configure(connector);
        return connector;
    }

    @Test
    void areFoundByTheConnectors() {
        assertThat(ServiceLoader.load(ConnectorConfigurator.class)).hasAtLeastOneElementOfType(CallLimits.class);
        HttpConnector connector = Connectors.getConnector("http-connector");
        assertThat(connector.getRequestInterceptors()).isNotEmpty();
    }

    @Test
    void applyToACallThatAsksForNone() {
        RequestConfig limits = limitsOf(limited(), null);

        assertThat(limits.getConnectTimeout()).isEqualTo(5_000);
        assertThat(limits.getConnectionRequestTimeout()).isEqualTo(5_000);
        assertThat(limits.getSocketTimeout()).isEqualTo(20_000);
    }

    @Test
    void leaveACallItsOwnPatience() {
        assertThat(limitsOf(limited(), 300).getSocketTimeout()).isEqualTo(300);
        assertThat(limitsOf(limited(), 0).getSocketTimeout()).as("for ever").isEqualTo(20_000);
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        AtomicBoolean elsewhere = new AtomicBoolean();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/service", call -> {
            call.getResponseHeaders().add("Location", address + "/elsewhere");
            call.sendResponseHeaders(302, -1);
            call.close();
        });
        server.createContext("/elsewhere", call -> {
            elsewhere.set(true);
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
        try {
            HttpConnector connector = limited();
            assertThat(connector
                            .createRequest()
                            .get()
                            .url(address + "/service")
                            .execute()
                            .getStatusCode())
                    .isEqualTo(302);
            assertThat(elsewhere).isFalse();
        } finally {
            server.stop(0);
        }
    }
}
