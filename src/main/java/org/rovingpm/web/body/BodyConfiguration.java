package org.rovingpm.web.body;

import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodySettings.class)
class BodyConfiguration {

    private static final int BEHIND_THE_SIGN_IN = SecurityProperties.DEFAULT_FILTER_ORDER + 31;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedServer(BodySettings settings) {
        return server -> {
            server.addEngineValves(new BodyLimitValve(new BodyLimits(settings)));
            server.addContextValves(new BodyRefusalValve());
            server.addConnectorCustomizers(connector -> {
                // A client that asks before it sends is told to go on when somebody wants to read, not before
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
                }
            });
        };
    }

    @Bean
    FilterRegistrationBean<JsonBodyFilter> jsonBodyFilter(BodySettings settings) {
        FilterRegistrationBean<JsonBodyFilter> filter = new FilterRegistrationBean<>(new JsonBodyFilter(settings));
        filter.setOrder(BEHIND_THE_SIGN_IN);
        return filter;
    }
}
