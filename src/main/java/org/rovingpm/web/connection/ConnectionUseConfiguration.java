package org.rovingpm.web.connection;

import org.rovingpm.access.DeclaredAccess;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class ConnectionUseConfiguration {

    /** Before whatever asks the database, the sign-in first of all. Staff leave a quarter of the threads to others. */
    @Bean
    FilterRegistrationBean<ConnectionUseFilter> connectionUseFilter(
            DeclaredAccess declared, @Value("${server.tomcat.threads.max:200}") int threads) {
        FilterRegistrationBean<ConnectionUseFilter> filter =
                new FilterRegistrationBean<>(new ConnectionUseFilter(declared, threads * 3 / 4));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
