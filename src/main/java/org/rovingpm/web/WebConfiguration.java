package org.rovingpm.web;

import java.nio.charset.StandardCharsets;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.rovingpm.web.share.Shares;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ContactSettings.class, LimitSettings.class, ProxySettings.class})
class WebConfiguration {

    private static final int BEHIND_THE_SIGN_IN = SecurityProperties.DEFAULT_FILTER_ORDER + 30;

    /** After the security filters, so that its answer has their headers. */
    @Bean
    FilterRegistrationBean<VisitLimitFilter> visitLimitFilter(Shares shares, LimitSettings settings) {
        FilterRegistrationBean<VisitLimitFilter> filter =
                new FilterRegistrationBean<>(new VisitLimitFilter(shares, settings));
        filter.addUrlPatterns(
                "/request-help", "/request-help/*", "/answer/*", "/forgotten-password", "/forgotten-password/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 60);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrorReports() {
        return server -> server.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(PlainErrorReports.class.getName()));
    }

    /** Of pages that do not say it themselves, such as those of the web applications. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodingOfAnswers() {
        return server ->
                server.addInitializers(context -> context.setResponseCharacterEncoding(StandardCharsets.UTF_8.name()));
    }

    /** After Spring Boot's own, which would believe every private address. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> namedProxies(ProxySettings settings) {
        return server -> server.getEngineValves().stream()
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .forEach(valve -> valve.setInternalProxies(settings.pattern()));
    }

    /** Before everything else, so that nothing is made of the name of another host. */
    @Bean
    FilterRegistrationBean<OwnHostFilter> ownHostFilter(
            @Value("${rovingpm.message.public-address:http://localhost:8080}") String publicAddress) {
        FilterRegistrationBean<OwnHostFilter> filter = new FilterRegistrationBean<>(new OwnHostFilter(publicAddress));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Before the sign-in, which is a form too. */
    @Bean
    FilterRegistrationBean<FormAddressFilter> formAddressFilter() {
        FilterRegistrationBean<FormAddressFilter> filter = new FilterRegistrationBean<>(new FormAddressFilter());
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 5);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ParameterFilter> parameterFilter() {
        FilterRegistrationBean<ParameterFilter> filter = new FilterRegistrationBean<>(new ParameterFilter());
        filter.setOrder(BEHIND_THE_SIGN_IN);
        return filter;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Forgetting {

        private static final int TEN_MINUTES = 600_000;

        private final Shares shares;

        Forgetting(Shares shares) {
            this.shares = shares;
        }

        @Scheduled(fixedDelay = TEN_MINUTES, initialDelay = TEN_MINUTES)
        void forget() {
            shares.forget();
        }
    }
}
