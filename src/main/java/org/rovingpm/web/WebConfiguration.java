package org.rovingpm.web;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ContactSettings.class, LimitSettings.class})
class WebConfiguration {

    @Bean
    VisitLimit visitLimit(DataSource database) {
        return new VisitLimit(database);
    }

    /** After the security filters, so that its answer has their headers. */
    @Bean
    FilterRegistrationBean<VisitLimitFilter> visitLimitFilter(VisitLimit limit, LimitSettings settings) {
        FilterRegistrationBean<VisitLimitFilter> filter =
                new FilterRegistrationBean<>(new VisitLimitFilter(limit, settings));
        filter.addUrlPatterns("/request-help", "/request-help/*", "/answer/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 60);
        return filter;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Forgetting {

        private static final int TEN_MINUTES = 600_000;

        private final VisitLimit limit;

        Forgetting(VisitLimit limit) {
            this.limit = limit;
        }

        @Scheduled(fixedDelay = TEN_MINUTES, initialDelay = TEN_MINUTES)
        void forget() {
            limit.forget();
        }
    }
}
