package org.rovingpm.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.Door;
import org.rovingpm.access.Page;
import org.rovingpm.access.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The declared pages as rules of Spring Security: one for each address, the more specific ones first. They are path patterns on
 * purpose: string patterns would be relative to Spring MVC and would not match the engine's own servlets.
 */
@Component
class PageRules {

    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<HttpMethod> WRITING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final List<Rule> rules;

    /** The rule for one address. */
    record Rule(PathPattern pattern, RequestMatcher matcher, Page page) {

        boolean admits(HttpMethod method, Visitor visitor) {
            return READING.contains(method) && page.readers().admits(visitor)
                    || WRITING.contains(method) && page.writers().admits(visitor);
        }
    }

    PageRules(DeclaredAccess declared) {
        rules = declared.pages().stream()
                .flatMap(page -> page.patterns().stream()
                        .map(pattern -> new Rule(
                                PathPatternParser.defaultInstance.parse(pattern),
                                PathPatternRequestMatcher.withDefaults().matcher(pattern),
                                page)))
                .sorted(Comparator.comparing(Rule::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
    }

    /** The rule for a path; empty if none is declared. */
    Optional<Rule> find(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return rules.stream().filter(rule -> rule.pattern().matches(parsed)).findFirst();
    }

    /** Matches the pages behind these doors. */
    RequestMatcher pagesThrough(Door... doors) {
        return new OrRequestMatcher(through(doors).map(Rule::matcher).toList());
    }

    /** Admits people to the pages behind these doors as declared, and denies everything else. */
    void admit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Door... doors) {
        through(doors).forEach(rule -> requests.requestMatchers(rule.matcher())
                .access((person, call) -> new AuthorizationDecision(rule.admits(
                        HttpMethod.valueOf(call.getRequest().getMethod()), visitor(person.get(), call.getRequest())))));
        requests.anyRequest().denyAll();
    }

    /** Whether no page is declared at this address, or one that is unknown to whoever may not use it. */
    boolean isUnknown(HttpServletRequest request) {
        return rules.stream()
                .filter(rule -> rule.matcher().matches(request))
                .findFirst()
                .map(rule -> rule.page().isUnknownToOthers())
                .orElse(true);
    }

    /** Whether what is declared at this address is closed to everybody. */
    boolean isClosed(HttpServletRequest request) {
        return rules.stream()
                .filter(rule -> rule.matcher().matches(request))
                .findFirst()
                .filter(rule -> rule.page().isClosed())
                .isPresent();
    }

    /** The caller, with the key of the request if there is one. */
    static Visitor visitor(Authentication person, HttpServletRequest request) {
        String key = request.getHeader(HttpHeaders.AUTHORIZATION);
        return visitor(person, key != null && key.startsWith(BEARER) ? key.substring(BEARER.length()) : null);
    }

    /** A person, without any key. */
    static Visitor visitor(Authentication person) {
        return visitor(person, (String) null);
    }

    private static Visitor visitor(Authentication person, String key) {
        boolean signedIn =
                person != null && person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken);
        return new Visitor(
                signedIn,
                signedIn
                        ? person.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .collect(Collectors.toSet())
                        : Set.of(),
                key);
    }

    private Stream<Rule> through(Door... doors) {
        return rules.stream()
                .filter(rule -> Arrays.asList(doors).contains(rule.page().door()));
    }
}
