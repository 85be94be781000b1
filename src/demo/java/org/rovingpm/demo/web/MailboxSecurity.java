package org.rovingpm.demo.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Opens the mailbox of the demonstration to whoever tries it, and nothing else: the application itself denies it. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class MailboxSecurity {

    private static final String OUR_STYLES_AND_FORMS =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain mailbox(HttpSecurity http) throws Exception {
        return http.securityMatcher("/demo/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/demo/mailbox", "/demo/mailbox/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(OUR_STYLES_AND_FORMS)))
                .build();
    }
}
