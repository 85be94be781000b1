package org.rovingpm.engine.refusal;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.rovingpm.database.ConnectionUse;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class RefusalConfiguration {

    private static final String[] DOORS = {"/engine-rest/*", "/camunda/api/*"};

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(ObjectMapper json, JdbcClient jdbc) {
        FilterRegistrationBean<RefusalFilter> registration =
                new FilterRegistrationBean<>(new RefusalFilter(new PlainAnswers(json), id -> isOpen(jdbc, id)));
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

    private static boolean isOpen(JdbcClient jdbc, String task) {
        try (ConnectionUse.Scope staff = ConnectionUse.STAFF.begin()) {
            return jdbc.sql("select exists (select from act_ru_task where id_ = :task)")
                    .param("task", task)
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException unknown) {
            return true;
        }
    }
}
