package org.rovingpm.access.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.rovingpm.access.Door;
import org.rovingpm.access.EngineCalls;
import org.rovingpm.access.signin.SecondStep;
import org.rovingpm.access.signin.SignedInSessions;
import org.rovingpm.access.web.engine.EngineDoor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.context.ApplicationEventPublisher;
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
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One chain for each {@link Door}. Who may open what is declared by the modules; what none has declared, each chain denies. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String OUR_PAGES_ONLY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final PageRules rules;
    private final DeniedOrUnknown denied;
    private final ForeignPages foreignPages;
    private final ApplicationEventPublisher events;

    SecurityConfiguration(
            PageRules rules,
            ApplicationEventPublisher events,
            @Value("${rovingpm.message.public-address:http://localhost:8080}") URI publicAddress) {
        this.rules = rules;
        this.events = events;
        this.foreignPages = new ForeignPages(publicAddress);
        this.denied = new DeniedOrUnknown(rules);
    }

    /** The engine's REST API: a name and password with each call, never a session, so nothing to forge. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, EngineCalls engineCalls) throws Exception {
        return http.securityMatcher(path("/engine-rest/**"))
                .authorizeHttpRequests(requests -> rules.admit(requests, Door.ENGINE))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(denied))
                .httpBasic(basic -> basic.authenticationEntryPoint(new AskProgramsOnly())
                        .authenticationDetailsSource(SignInClients.ofPrograms()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .headers(SecurityConfiguration::headers)
                .addFilterAfter(foreignPages, HeaderWriterFilter.class)
                .addFilterAfter(new EngineDoor(events), AuthorizationFilter.class)
                .addFilterAfter(engineCalls, EngineDoor.class)
                .build();
    }

    /**
     * What practices do without an account. No session: what protects a form from being sent in somebody's name is a
     * cookie of its own, good on every instance and after a restart.
     */
    @Bean
    @Order(2)
    SecurityFilterChain publicJourneys(
            HttpSecurity http, @Value("${server.servlet.session.cookie.secure}") boolean overTlsOnly) throws Exception {
        return http.securityMatcher(rules.pagesThrough(Door.NO_ACCOUNT))
                .authorizeHttpRequests(requests -> rules.admit(requests, Door.NO_ACCOUNT))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens(overTlsOnly)).csrfTokenRequestHandler(atOnce()))
                .headers(SecurityConfiguration::headers)
                // The addresses of these pages are keys to them
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** Calls of other services, which bring a token of their own. No session, so nothing to forge. */
    @Bean
    @Order(3)
    SecurityFilterChain otherServices(HttpSecurity http) throws Exception {
        return http.securityMatcher(rules.pagesThrough(Door.SERVICE))
                .authorizeHttpRequests(requests -> rules.admit(requests, Door.SERVICE))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint((request, response, nobody) -> response.sendError(
                                rules.isClosed(request)
                                        ? HttpStatus.NOT_FOUND.value()
                                        : HttpStatus.UNAUTHORIZED.value())))
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
                .authorizeHttpRequests(requests -> rules.admit(requests, Door.SIGN_IN_OR_PASSWORD))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(denied))
                .httpBasic(basic -> basic.authenticationEntryPoint(new AskProgramsOnly())
                        .authenticationDetailsSource(SignInClients.ofPrograms()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** Everything else a person opens in a browser. */
    @Bean
    @Order(5)
    SecurityFilterChain pages(
            HttpSecurity http,
            SignedInSessions sessions,
            SecondStep secondStep,
            Clock clock,
            @Value("${server.servlet.session.cookie.secure}") boolean overTlsOnly)
            throws Exception {
        RequestCache asked = new AskedPages(overTlsOnly);
        FreshSession signedIn = new FreshSession(asked, sessions);
        CsrfTokenRepository tokens = new SignInTokens(formTokens(overTlsOnly));
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll();
                    rules.admit(requests, Door.SIGN_IN, Door.SIGN_IN_OR_PASSWORD);
                })
                .formLogin(form -> form.loginPage("/sign-in")
                        .authenticationDetailsSource(SignInClients.ofBrowsers(overTlsOnly))
                        .successHandler(signedIn)
                        .failureHandler(new SignInRefusals(overTlsOnly, clock)))
                .logout(signOut -> signOut.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(denied)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/camunda/api/**"))
                        // What scripts ask for is no page to come back to
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/api/**")))
                // The engine's web applications bring a protection of their own against forged requests
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(path("/camunda/api/**")))
                .headers(SecurityConfiguration::headers)
                .addFilterAfter(foreignPages, HeaderWriterFilter.class)
                .addFilterBefore(sessions, LogoutFilter.class)
                .addFilterAfter(
                        secondStep(secondStep, signedIn, tokens, clock, overTlsOnly),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new EngineDoor(events), AuthorizationFilter.class)
                .build();
    }

    /** Signs in as the first step does where it is the only one: with another id of the session, and other tokens of forms. */
    private static SecondStepFilter secondStep(
            SecondStep secondStep,
            FreshSession signedIn,
            CsrfTokenRepository tokens,
            Clock clock,
            boolean overTlsOnly) {
        SecondStepFilter filter = new SecondStepFilter(secondStep, SignInClients.ofBrowsers(overTlsOnly), clock);
        filter.setAuthenticationSuccessHandler(signedIn);
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens))));
        return filter;
    }

    /** They belong to the security chain of people, not to every request. */
    @Bean
    FilterRegistrationBean<SignedInSessions> sessionsOnlyInTheirChain(SignedInSessions sessions) {
        FilterRegistrationBean<SignedInSessions> filter = new FilterRegistrationBean<>(sessions);
        filter.setEnabled(false);
        return filter;
    }

    /** Error pages of requests that were refused before they came to a chain, such as those for another host. */
    @Bean
    FilterRegistrationBean<ProtectedErrors> protectedErrors() {
        FilterRegistrationBean<ProtectedErrors> filter =
                new FilterRegistrationBean<>(new ProtectedErrors(OUR_PAGES_ONLY));
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 10);
        return filter;
    }

    /** The server makes the cookie of a session itself. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(
            @Value("${server.servlet.session.cookie.secure}") boolean overTlsOnly) {
        return server -> server.addInitializers(
                context -> context.getSessionCookieConfig().setName(CookieNames.ofHost("JSESSIONID", overTlsOnly)));
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

    /** @param overTlsOnly as for the cookie of a session, whatever a proxy says about TLS */
    private static CsrfTokenRepository formTokens(boolean overTlsOnly) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CookieNames.ofHost("form-token", overTlsOnly));
        tokens.setCookieCustomizer(cookie -> {
            cookie.path("/").sameSite("Lax");
            if (overTlsOnly) {
                cookie.secure(true);
            }
        });
        return new FormTokens(tokens);
    }

    private static RequestMatcher path(String pattern) {
        return withDefaults().matcher(pattern);
    }
}
