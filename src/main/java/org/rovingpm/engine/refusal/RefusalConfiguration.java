package org.rovingpm.engine.refusal;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration
class RefusalConfiguration {

    private static final String[] DOORS = {"/engine-rest/*", "/camunda/api/*"};

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(ObjectMapper json) {
        FilterRegistrationBean<RefusalFilter> registration =
                new FilterRegistrationBean<>(new RefusalFilter(new PlainAnswers(json)));
        registration.addUrlPatterns(DOORS);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    @Bean
    FilterRegistrationBean<FormBodyFilter> formBodyFilter(ObjectMapper json) {
        FilterRegistrationBean<FormBodyFilter> registration =
                new FilterRegistrationBean<>(new FormBodyFilter(new PlainAnswers(json)));
        registration.addUrlPatterns(DOORS);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 50);
        return registration;
    }
}
