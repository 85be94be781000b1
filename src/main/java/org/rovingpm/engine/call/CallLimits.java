package org.rovingpm.engine.call;

import java.time.Duration;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.protocol.HttpContext;
import org.camunda.connect.httpclient.HttpConnector;
import org.camunda.connect.httpclient.impl.AbstractHttpConnector;
import org.camunda.connect.spi.ConnectorConfigurator;
import org.camunda.connect.spi.ConnectorInvocation;

/**
 * Limits on the time and size of every call of an HTTP connector; there are none by default. Public because the
 * connectors find it by META-INF/services.
 */
public class CallLimits implements ConnectorConfigurator<HttpConnector> {

    private static final int CONNECT_WITHIN = (int) Duration.ofSeconds(5).toMillis();
    private static final int SILENT_FOR = (int) Duration.ofSeconds(20).toMillis();
    /** A whole answer may take this many times the longest silence. */
    private static final int WHOLE_ANSWER = 3;

    private static final int CONNECTIONS = 20;

    @Override
    public Class<HttpConnector> getConnectorClass() {
        return HttpConnector.class;
    }

    @Override
    public void configure(HttpConnector connector) {
        ((AbstractHttpConnector<?, ?>) connector).setHttpClient(client());
        connector.addRequestInterceptor(CallLimits::limited);
    }

    /** The engine retries the step after a failure, so the client does not. It follows no redirects either. */
    private static CloseableHttpClient client() {
        return HttpClients.custom()
                .useSystemProperties()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .addInterceptorLast(CallLimits::bound)
                .build();
    }

    private static Object limited(ConnectorInvocation invocation) throws Exception {
        HttpRequestBase request = (HttpRequestBase) invocation.getTarget();
        int silentFor =
                request.getConfig().getSocketTimeout() > 0 ? request.getConfig().getSocketTimeout() : SILENT_FOR;
        request.setConfig(RequestConfig.copy(request.getConfig())
                .setConnectTimeout(CONNECT_WITHIN)
                .setConnectionRequestTimeout(CONNECT_WITHIN)
                .setSocketTimeout(silentFor)
                .build());
        return invocation.proceed();
    }

    private static void bound(HttpResponse response, HttpContext context) {
        if (response.getEntity() != null) {
            int silentFor = HttpClientContext.adapt(context).getRequestConfig().getSocketTimeout();
            response.setEntity(
                    new BoundedAnswer(response.getEntity(), Duration.ofMillis((long) WHOLE_ANSWER * silentFor)));
        }
    }
}
