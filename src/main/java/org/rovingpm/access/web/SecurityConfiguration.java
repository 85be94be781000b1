package org.rovingpm.access.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import org.rovingpm.access.DemoAccounts;
import org.rovingpm.access.EngineCalls;
import org.rovingpm.access.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Deny by default. Patterns are path patterns on purpose: string patterns would be relative to Spring MVC and would not
 * match the engine's own servlets.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String OUR_PAGES_ONLY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** What tells of stuck cases and of what processes have gone through, and who may know. */
    private static final RequestMatcher WATCHING =
            new OrRequestMatcher(path("/api/stuck/**"), path("/api/instances/**"), path("/api/definitions/**"));

    private static final String[] WATCHERS = {
        Role.PROCESS_MANAGER.group(), Role.SERVICE_MANAGER.group(), Role.COORDINATOR.group()
    };

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

    /**
     * What practices do without an account. No session: what protects a form from being sent in somebody's name is a
     * cookie of its own, good on every instance and after a restart.
     */
    @Bean
    @Order(2)
    SecurityFilterChain publicJourneys(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(path("/request-help/**"), path("/answer/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()).csrfTokenRequestHandler(atOnce()))
                .headers(SecurityConfiguration::headers)
                // The addresses of these pages are keys to them
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** Calls of other services, which bring a token of their own. Receipts are checked where they arrive. No session, so nothing to forge. */
    @Bean
    @Order(3)
    SecurityFilterChain otherServices(HttpSecurity http, MetricsToken metrics) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(path("/notify/receipts"), path("/actuator/prometheus")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                withDefaults().matcher(HttpMethod.POST, "/notify/receipts"))
                        .permitAll()
                        .requestMatchers(withDefaults().matcher(HttpMethod.GET, "/actuator/prometheus"))
                        .access((caller, call) -> new AuthorizationDecision(
                                metrics.mayRead(call.getRequest().getHeader("Authorization"))))
                        .anyRequest()
                        .denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** Our own API as programs call it: a name and password with each call. Pages call it too, as part of their session. */
    @Bean
    @Order(4)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        RequestMatcher withPassword =
                request -> String.valueOf(request.getHeader("Authorization")).startsWith("Basic ");
        return http.securityMatcher(new AndRequestMatcher(path("/api/**"), withPassword))
                .authorizeHttpRequests(requests -> requests.requestMatchers(WATCHING)
                        .hasAnyAuthority(WATCHERS)
                        .anyRequest()
                        .denyAll())
                .httpBasic(basic -> basic.realmName("Roving PM"))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** Everything else a person opens in a browser. */
    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http, ObjectProvider<DemoAccounts> demo) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(path("/"), path("/privacy"), path("/accessibility"), path("/sign-in"))
                        .permitAll()
                        .requestMatchers(path("/css/**"), path("/js/**"), path("/images/**"), path("/favicon.ico"))
                        .permitAll()
                        .requestMatchers(path("/webjars/govuk-frontend/{version}/dist/govuk/*"))
                        .permitAll()
                        .requestMatchers(
                                path("/actuator/health"),
                                path("/actuator/health/liveness"),
                                path("/actuator/health/readiness"))
                        .permitAll()
                        .requestMatchers(path("/actuator/**"))
                        .denyAll()
                        // Whoever calls these could make themselves an administrator, or sign in past our sign-in
                        .requestMatchers(
                                path("/camunda/api/admin/setup/**"),
                                path("/camunda/api/admin/auth/user/{engine}/login/**"))
                        .denyAll()
                        .requestMatchers(path("/refer/**"))
                        .hasAnyAuthority(Role.LIAISON.group(), Role.COORDINATOR.group())
                        .requestMatchers(path("/demo/mailbox/**"))
                        .access((person, request) -> new AuthorizationDecision(demo.getIfAvailable() != null))
                        .requestMatchers(path("/stuck/**"), WATCHING)
                        .hasAnyAuthority(WATCHERS)
                        .requestMatchers(path("/bulk/**"))
                        .hasAnyAuthority(Role.SERVICE_MANAGER.group(), Role.PROCESS_MANAGER.group())
                        .requestMatchers(
                                path("/webjars/bpmn-js/{version}/dist/bpmn-navigated-viewer.production.min.js"),
                                path("/webjars/bpmn-js/{version}/dist/assets/diagram-js.css"))
                        .permitAll()
                        .requestMatchers(path("/changes"), path("/changes/**"))
                        .hasAuthority(Role.PROCESS_MANAGER.group())
                        .requestMatchers(path("/templates/**"))
                        .hasAnyAuthority(Role.SERVICE_MANAGER.group(), Role.PROCESS_MANAGER.group())
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler(new FreshSession())
                        .failureUrl("/sign-in?refused")
                        .permitAll())
                .logout(signOut -> signOut.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/camunda/api/**"))
                        // What scripts ask for is no page to come back to
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/api/**")))
                // The engine's web applications bring a protection of their own against forged requests
                .csrf(csrf -> csrf.ignoringRequestMatchers(path("/camunda/api/**")))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(OUR_PAGES_ONLY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .httpStrictTransportSecurity(Customizer.withDefaults());
    }

    /** Sets the cookie before the page is written: a long page would be on its way before its form needs the token. */
    private static CsrfTokenRequestHandler atOnce() {
        XorCsrfTokenRequestAttributeHandler handler = new XorCsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static CsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("form-token");
        tokens.setCookieCustomizer(cookie -> cookie.path("/").sameSite("Lax"));
        return tokens;
    }

    /** Where to go after signing in: a page that was asked for, never a script, a picture or a call of a page. */
    private static HttpSessionRequestCache pagesOnly() {
        RequestMatcher asked = request -> "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
        RequestMatcher notAnApi =
                request -> !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/")
                        && !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(asked, notAnApi));
        return cache;
    }

    private static RequestMatcher path(String pattern) {
        return withDefaults().matcher(pattern);
    }
}
