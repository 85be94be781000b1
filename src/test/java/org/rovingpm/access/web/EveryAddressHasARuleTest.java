package org.rovingpm.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Door;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.Visitor;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Lists by reflection every address of the application, of the engine's REST API and of its web applications, and looks for the
 * declared rule. An address without one is denied to everybody: somebody has forgotten to declare it.
 */
@ApplicationTest
class EveryAddressHasARuleTest {

    /** Declared to be closed to everybody. */
    private static final List<String> CLOSED = List.of(
            "/actuator",
            "/actuator/health/x",
            "/camunda/api/admin/auth/user/x/login/x",
            "/camunda/api/admin/setup/x/user/create");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/{}]*(\\{[^{}]*}[^/{}]*)*}");
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-z-]+(?:\\|[a-z-]+)+)}");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private PageRules rules;

    @Autowired
    private TestPeople people;

    private Set<String> undeclared;
    private Set<String> closed;

    @BeforeEach
    void begin() {
        undeclared = new TreeSet<>();
        closed = new TreeSet<>();
    }

    /** Notes an address that has no rule, and one to which nobody is admitted. */
    private void check(String path, String method) {
        Optional<PageRules.Rule> rule = rules.find(path);
        if (rule.isEmpty()) {
            undeclared.add(method + " " + path);
        } else if (rule.get().page().door() != Door.SERVICE
                && admittedTo(rule.get(), method).isEmpty()) {
            closed.add(path);
        }
    }

    private static List<Visitor> admittedTo(PageRules.Rule rule, String method) {
        return Stream.concat(
                        Stream.of(new Visitor(false, Set.of(), null)),
                        Arrays.stream(Role.values()).map(role -> Visitor.with(Set.of(role.group()))))
                .filter(visitor -> rule.admits(org.springframework.http.HttpMethod.valueOf(method), visitor))
                .toList();
    }

    static List<String> samples(String pattern) {
        Matcher choice = CHOICE.matcher(pattern);
        if (choice.find()) {
            return Arrays.stream(choice.group(1).split("\\|"))
                    .flatMap(one -> samples(choice.replaceFirst(one)).stream())
                    .toList();
        }
        String sample =
                VARIABLE.matcher(pattern).replaceAll("x").replace("**", "x").replace("*", "x");
        return List.of(sample.startsWith("/") ? sample : "/" + sample);
    }

    @Test
    void everyMappingOfTheApplicationIsDeclared() {
        int mappings = 0;
        for (RequestMappingInfoHandlerMapping handlers : application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()) {
            for (RequestMappingInfo mapping : handlers.getHandlerMethods().keySet()) {
                mappings++;
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                mapping.getPatternValues().stream()
                        .flatMap(pattern -> samples(pattern).stream())
                        .forEach(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                                .forEach(method -> check(path, method.name())));
            }
        }
        assertThat(mappings).isGreaterThan(50);
        assertThat(undeclared).isEmpty();
        assertThat(closed).isSubsetOf(CLOSED);
    }

    @Test
    void everyServletIsDeclared() {
        servlets.getServletRegistrations().values().stream()
                .filter(servlet -> EngineResources.applicationOf(servlet).isEmpty())
                .flatMap(servlet -> servlet.getMappings().stream())
                .filter(mapping -> !mapping.equals("/") && !mapping.equals("/engine-rest/*"))
                .forEach(mapping -> samples(mapping).forEach(path -> check(path, "POST")));
        assertThat(undeclared).isEmpty();
        assertThat(closed).isEmpty();
    }

    @Test
    void nothingIsServedPastTheRules() {
        assertThat(servlets.getFilterRegistration("springSecurityFilterChain").getUrlPatternMappings())
                .contains("/*");
        FilterChainProxy chains = application.getBean(FilterChainProxy.class);
        assertThat(chains.getFilterChains()).allSatisfy(chain -> assertThat(chain.getFilters())
                .as(chain.toString())
                .anyMatch(AuthorizationFilter.class::isInstance));
    }

    @Test
    void everyStyleScriptAndPictureOfOursIsDeclared() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:static/**/*.*");
        assertThat(files).isNotEmpty();
        for (Resource file : files) {
            check(file.getURL().getPath().replaceAll(".*/static/", "/"), "GET");
        }
        assertThat(undeclared).isEmpty();
        assertThat(closed).isEmpty();
    }

    /** Libraries bring more files than we use: only the declared ones are served. */
    @Test
    void filesOfLibrariesThatNobodyHasDeclaredAreDenied() {
        Set<String> everything = new TreeSet<>();
        application.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(files -> files.getHandlerMap().keySet().stream())
                .forEach(pattern -> samples(pattern).stream()
                        .filter(path -> rules.find(path).isEmpty())
                        .forEach(path -> everything.add(pattern)));
        assertThat(everything)
                .isSubsetOf(
                        "/**",
                        "/webjars/**",
                        "/camunda/api/**",
                        "/camunda/app/**",
                        "/camunda/app/*/scripts/config.js",
                        "/camunda/app/*/styles/user-styles.css");
        Browser browser = new Browser(port);
        browser.signIn(people.with(Role.ADMINISTRATOR), TestPeople.PASSWORD);
        assertThat(browser.get("/webjars/bpmn-js/package.json").statusCode()).isEqualTo(404);
    }

    @Test
    void everyResourceOfTheEnginesRestApiIsDeclared() {
        check(EngineResources.ofTheRestApi(application));
        assertThat(undeclared).isEmpty();
        assertThat(closed).isEmpty();
    }

    @Test
    void everyResourceOfTheWebApplicationsIsDeclared() throws ReflectiveOperationException {
        check(EngineResources.ofTheWebApplications(servlets));
        assertThat(undeclared).isEmpty();
        assertThat(closed).isNotEmpty().isSubsetOf(CLOSED);
    }

    private void check(Set<EngineResources.Resource> resources) {
        assertThat(resources).hasSizeGreaterThan(500);
        resources.forEach(resource -> samples(resource.address()).forEach(sample -> check(sample, resource.method())));
    }

    @Test
    void whatNobodyHasDeclaredIsDeniedByEveryChainToEveryRole() throws IOException, InterruptedException {
        for (Role role : Role.values()) {
            String person = people.with(role);
            Browser browser = new Browser(port);
            browser.signIn(person, TestPeople.PASSWORD);
            for (String path : List.of(
                    "/not-declared",
                    "/api/not-declared",
                    "/camunda/api/not-declared",
                    "/camunda/api/engine/engine/default/not-declared",
                    "/camunda/not-declared",
                    "/demo/mailbox")) {
                assertThat(browser.get(path).statusCode()).as(role + " " + path).isEqualTo(404);
            }
            assertThat(withPassword(person, "/api/not-declared"))
                    .as(role.name())
                    .isEqualTo(404);
            assertThat(withPassword(person, "/api/menu"))
                    .as("only for people who have signed in")
                    .isEqualTo(403);
            Api programs = Api.as(person, Api.Door.PROGRAMS, port);
            assertThat(programs.get("/not-declared").statusCode())
                    .as(role.name())
                    .isEqualTo(404);
            assertThat(programs.get("/engine/default/not-declared").statusCode())
                    .as(role.name())
                    .isEqualTo(404);
        }
        Browser stranger = new Browser(port);
        assertThat(stranger.get("/not-declared").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/engine-rest/not-declared").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/api/not-declared").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/notify/receipts").statusCode()).isEqualTo(401);
    }

    private int withPassword(String person, String path) throws IOException, InterruptedException {
        String password = Base64.getEncoder()
                .encodeToString((person + ":" + TestPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest call = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + password)
                .build();
        return HttpClient.newHttpClient()
                .send(call, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
