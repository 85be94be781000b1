package org.rovingpm.access.process;

import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.rovingpm.access.EngineCalls;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the engine's web applications use our sign-in. */
@Configuration(proxyBeanMethods = false)
class WebappConfiguration {

    private static final String[] WEBAPPS = {"/camunda/app/*", "/camunda/api/*"};

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addUrlPatterns(WEBAPPS);
        filter.addInitParameter("authentication-provider", WebappAuthenticationProvider.class.getName());
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 20);
        return filter;
    }

    @Bean
    FilterRegistrationBean<WebappSignOutFilter> webappSignOut() {
        FilterRegistrationBean<WebappSignOutFilter> filter = new FilterRegistrationBean<>(new WebappSignOutFilter());
        filter.addUrlPatterns("/camunda/api/admin/auth/user/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<VersionListFilter> versionLists() {
        FilterRegistrationBean<VersionListFilter> filter = new FilterRegistrationBean<>(new VersionListFilter());
        filter.addUrlPatterns("/camunda/api/engine/engine/*");
        return filter;
    }

    /** It belongs to the security chain of the REST API alone, not to every request. */
    @Bean
    FilterRegistrationBean<EngineCalls> engineCallsOnlyInTheirChain(EngineCalls engineCalls) {
        FilterRegistrationBean<EngineCalls> filter = new FilterRegistrationBean<>(engineCalls);
        filter.setEnabled(false);
        return filter;
    }
}
