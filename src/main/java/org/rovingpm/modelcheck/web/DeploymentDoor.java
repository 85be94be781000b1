package org.rovingpm.modelcheck.web;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DeploymentDoor {

    /** Behind the sign-in. */
    private static final int ORDER = SecurityProperties.DEFAULT_FILTER_ORDER + 40;

    @Bean
    FilterRegistrationBean<LargeDeployments> largeDeployments() {
        FilterRegistrationBean<LargeDeployments> registration = new FilterRegistrationBean<>(new LargeDeployments());
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        registration.setOrder(ORDER);
        return registration;
    }
}
