package org.rovingpm.access.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import org.rovingpm.access.EngineCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Deny by default. Patterns are path patterns on purpose: string patterns would be relative to Spring MVC and would not
 * match the engine's own servlets.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String OUR_PAGES_ONLY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** The engine's REST API: a name and password with each call, never a session, so nothing to forge. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, EngineCalls engineCalls) throws Exception {
        return http.securityMatcher(path("/engine-rest/**"))
            .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
            .httpBasic(basic -> basic.realmName("Roving PM"))
            .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .csrf(csrf -> csrf.disable())
            .headers(SecurityConfiguration::headers)
            .addFilterAfter(engineCalls, AuthorizationFilter.class)
            .build();
    }

    /** Everything a person opens in a browser. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http
            .authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                .requestMatchers(path("/sign-in"), path("/css/**"), path("/js/**"), path("/images/**"), path("/favicon.ico")).permitAll()
                .requestMatchers(path("/actuator/health"), path("/actuator/health/liveness"), path("/actuator/health/readiness")).permitAll()
                .requestMatchers(path("/actuator/**")).denyAll()
                // Whoever calls these could make themselves an administrator, or sign in past our sign-in
                .requestMatchers(path("/camunda/api/admin/setup/**"), path("/camunda/api/admin/auth/user/{engine}/login/**")).denyAll()
                .anyRequest().authenticated())
            .formLogin(form -> form.loginPage("/sign-in").successHandler(new FreshSession()).failureUrl("/sign-in?refused").permitAll())
            .logout(signOut -> signOut.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
            .requestCache(cache -> cache.requestCache(pagesOnly()))
            .exceptionHandling(refusals -> refusals
                .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/camunda/api/**")))
            // The engine's web applications bring a protection of their own against forged requests
            .csrf(csrf -> csrf.ignoringRequestMatchers(path("/camunda/api/**")))
            .headers(SecurityConfiguration::headers)
            .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(OUR_PAGES_ONLY))
            .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
            .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
            .httpStrictTransportSecurity(Customizer.withDefaults());
    }

    /** Where to go after signing in: a page that was asked for, never a script, a picture or a call of a page. */
    private static HttpSessionRequestCache pagesOnly() {
        RequestMatcher asked = request -> "GET".equals(request.getMethod())
            && String.valueOf(request.getHeader("Accept")).contains("text/html");
        RequestMatcher notAnApi = request -> !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(asked, notAnApi));
        return cache;
    }

    private static RequestMatcher path(String pattern) {
        return withDefaults().matcher(pattern);
    }
}
