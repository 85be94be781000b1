package org.rovingpm.access.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The last filter before the engine: tells by a header of the answer that a call has come so far. */
@Configuration(proxyBeanMethods = false)
class EngineProbe {

    static final String REACHED = "X-Reached-The-Engine";

    @Bean
    FilterRegistrationBean<Filter> engineProbe() {
        FilterRegistrationBean<Filter> probe = new FilterRegistrationBean<>((request, response, chain) -> {
            ((HttpServletResponse) response).setHeader(REACHED, "yes");
            chain.doFilter(request, response);
        });
        probe.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        probe.setOrder(Ordered.LOWEST_PRECEDENCE);
        return probe;
    }
}
