package org.rovingpm.opentask.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.rovingpm.opentask.OpenTasks;
import org.rovingpm.opentask.TaskReaders;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CardConfiguration {

    /** Behind the sign-in, around the engine's answer. */
    @Bean
    FilterRegistrationBean<CasesOnCards> casesOnCards(OpenTasks openTasks, TaskReaders readers, ObjectMapper json) {
        FilterRegistrationBean<CasesOnCards> filter =
                new FilterRegistrationBean<>(new CasesOnCards(openTasks, readers, json));
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 60);
        return filter;
    }
}
