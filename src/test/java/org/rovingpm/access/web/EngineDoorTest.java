package org.rovingpm.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Ability;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.call.AllowedCalls;
import org.rovingpm.access.call.Call;
import org.rovingpm.access.web.EngineResources.Resource;
import org.rovingpm.access.web.engine.EngineDoor;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Walks through every method of the engine's interfaces, and shows that those on nobody's list do not reach the engine. */
@ApplicationTest
class EngineDoorTest {

    private static final String SOMEBODY = "somebody";
    private static final String OWN_ENGINE = "/engine-rest";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private TestPeople people;

    private Set<Resource> resources;

    @BeforeEach
    void find() throws ReflectiveOperationException {
        resources = Stream.of(EngineResources.ofTheRestApi(application), EngineResources.ofTheWebApplications(servlets))
                .flatMap(Collection::stream)
                .map(EngineDoorTest::ofThisEngine)
                .collect(Collectors.toSet());
        assertThat(resources).hasSizeGreaterThan(1000);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    /** The same methods again under the name of an engine: there is one. */
    private static Resource ofThisEngine(Resource resource) {
        return new Resource(
                resource.method(),
                resource.address().replaceFirst("(?<=/engine/)\\{name}|\\{engine}|\\{processEngineName}", "default"));
    }

    private static List<Call> listOf(Role role) {
        return Stream.concat(
                        AllowedCalls.ofAllWithAnAccount().stream(),
                        role.abilities().stream().flatMap(ability -> AllowedCalls.of(ability).stream()))
                .toList();
    }

    /** An address as lists write it: from the engine on, and its variables without their names. */
    private static String plain(String address) {
        return address.replaceFirst("^/engine-rest/engine/default(?=/)|^/engine-rest(?=/)", "")
                .replaceFirst("^/camunda/api/engine/engine/default(?=/)|^/camunda/api/engine(?=/engine$)", "")
                .replaceAll("(?<=/plugin/)[^/]+(?=/static/)", "{}")
                .replaceAll("\\{[^/]*:\\.[*+]}|\\*\\*", "{}")
                .replaceAll("\\{[^/}]*}", "{}");
    }

    private static Set<String> written(List<Call> calls) {
        return calls.stream()
                .map(call -> call.method() + " " + plain("/" + String.join("/", call.path())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sample(Resource resource) {
        return EveryAddressHasARuleTest.samples(resource.address()).get(0);
    }

    private boolean passes(String method, String address, String body, Role... roles) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        SOMEBODY,
                        null,
                        AuthorityUtils.createAuthorityList(
                                Arrays.stream(roles).map(Role::group).toArray(String[]::new))));
        MockHttpServletRequest request = new MockHttpServletRequest(method, address);
        if (address.contains("?")) {
            request.setRequestURI(address.substring(0, address.indexOf('?')));
            for (String parameter : address.substring(address.indexOf('?') + 1).split("&")) {
                request.addParameter(parameter.split("=")[0], parameter.split("=")[1]);
            }
        }
        request.setContent(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        MockFilterChain engine = new MockFilterChain();
        new EngineDoor(event -> {}).doFilter(request, new MockHttpServletResponse(), engine);
        return engine.getRequest() != null;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsThroughWhatIsOnAListAndNothingElse(Role role) throws Exception {
        Set<String> listed = written(listOf(role));
        Set<String> through = new TreeSet<>();
        for (Resource resource : resources) {
            String call = resource.method() + " " + plain(resource.address());
            if (passes(resource.method(), sample(resource), "{}", role)) {
                through.add(call);
            }
        }
        assertThat(listed).as("lets through what is not listed").containsAll(through);
        listed.removeAll(through);
        assertThat(listed)
                .as("listed, but no method of the engine, or one that takes one's own user id only")
                .allMatch(call -> call.matches("(GET|PUT) /user/\\{}/(profile|credentials)"));
    }

    /** One role of each set of abilities: the others stand on the same lists. */
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "PROCESS_MANAGER", "ADMINISTRATOR", "COMMISSIONER"})
    void whatIsNotListedDoesNotReachTheEngineAtEitherDoor(Role role) {
        Set<String> listed = written(listOf(role));
        String person = people.with(role);
        Api programs = Api.as(person, Api.Door.PROGRAMS, port);
        Api applications = Api.as(person, Api.Door.WEB_APPLICATIONS, port);
        List<String> reached = new ArrayList<>();
        for (Resource resource : resources) {
            String call = resource.method() + " " + plain(resource.address());
            String path = sample(resource);
            if (!listed.contains(call) && !path.startsWith("/engine-rest/engine/")) {
                Api door = path.startsWith(OWN_ENGINE) ? programs : applications;
                HttpResponse<String> answer = door.call(resource.method(), path);
                if (answer.statusCode() != 403 && answer.statusCode() != 404
                        || answer.headers().firstValue(EngineProbe.REACHED).isPresent()) {
                    reached.add(call + " " + answer.statusCode());
                }
            }
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void theProbeSeesWhatReachesTheEngine() {
        assertThat(Api.as(people.with(Role.COORDINATOR), Api.Door.PROGRAMS, port)
                        .get("/filter/count")
                        .headers()
                        .firstValue(EngineProbe.REACHED))
                .isPresent();
    }

    @Test
    void theListOfACommissionerIsEmptyButForTheirOwnAccount() {
        assertThat(Role.COMMISSIONER.abilities()).isEmpty();
        assertThat(written(AllowedCalls.ofAllWithAnAccount()))
                .noneMatch(call -> call.matches(".* /(task|process|filter|history|job|variable|execution|message).*"));
    }

    @Test
    void administratorsGiveTheEngineNoCommandButForAccountsGroupsAndRights() {
        assertThat(Role.ADMINISTRATOR.abilities()).containsExactly(Ability.ADMIN);
        assertThat(written(listOf(Role.ADMINISTRATOR)))
                .filteredOn(call -> !call.startsWith("GET ") && !call.startsWith("OPTIONS "))
                .allMatch(call -> call.matches("\\w+ /(user|group|authorization|identity)(/.*)?|POST .*/logout"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /process-instance/{}",
                "POST /process-instance/delete",
                "POST /process-instance/{}/modification",
                "POST /history/process-instance/delete",
                "DELETE /history/process-instance/{}",
                "POST /history/cleanup",
                "POST /message",
                "POST /signal",
                "POST /migration/executeAsync",
                "POST /modification/executeAsync",
                "DELETE /deployment/{}",
                "DELETE /job/{}",
                "PUT /job/{}/suspended",
                "POST /job/{}/execute",
                "POST /task/create",
                "PUT /task/{}",
                "POST /task/{}/delegate",
                "POST /filter/create"
            })
    void isOnNobodysList(String call) {
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(written(listOf(role))).doesNotContain(call));
    }

    @Test
    void aGroupThatAModelNamesFirstUsesTasklist() {
        assertThat(Role.abilitiesOf(Set.of("cqc-advisers"))).containsExactly(Ability.TASKLIST);
        assertThat(Role.abilitiesOf(Set.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/engine-rest/user/somebody/profile,true",
        "PUT,/engine-rest/user/somebody/profile,false",
        "PUT,/engine-rest/user/else/profile,false",
        "GET,/engine-rest/user/else/profile,false",
        "PUT,/engine-rest/user/else/credentials,false",
        "PUT,/engine-rest/user/somebody/credentials,true",
        "PUT,/engine-rest/user/somebody/unlock,false"
    })
    void peopleHaveTheirOwnAccountAndNoOther(String method, String address, boolean allowed) throws Exception {
        assertThat(passes(method, address, "{}", Role.COMMISSIONER)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/f%69lter",
                "/engine-rest/%66ilter",
                "/engine-rest/filter;x=y",
                "/engine-rest//filter",
                "/engine-rest/./filter",
                "/engine-rest/process-definition/../filter",
                "/engine-rest/filter%2F",
                "/engine-rest/filter%3Bx",
                "/engine-rest/filter%252F",
                "/engine-rest/filter%5C",
                "/engine-rest/engine/other/filter",
                "/camunda/api/engine/engine/default/f%69lter"
            })
    void anAddressIsSpeltInOneWay(String address) throws Exception {
        assertThat(passes("GET", "/engine-rest/filter", "", Role.COORDINATOR)).isTrue();
        assertThat(passes("GET", "/engine-rest/filter/", "", Role.COORDINATOR)).isTrue();
        assertThat(passes("GET", address, "", Role.COORDINATOR)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        POST | /engine-rest/filter/1/list   | {"sorting":[{"sortBy":"created"}],"active":true}                    | true
        POST | /engine-rest/filter/1/list   | {"orQueries":[{"nameLike":"%x%"}],"processVariables":[{"name":"rag"}]} | true
        POST | /engine-rest/filter/1/list   | {"assigneeExpression":"${currentUser()}"}                           | false
        POST | /engine-rest/filter/1/list   | {"orQueries":[{"assignee\\u0045xpression":"x"}]}                    | false
        POST | /engine-rest/filter/1/list   | {"a":{"b":[{"variables":[]}]}}                                      | false
        POST | /engine-rest/filter/1/list   | {"variables":[],"variables":1                                       | false
        POST | /engine-rest/filter/1/list   | no json                                                             | false
        GET  | /engine-rest/task?assignee=me                      | ``                                            | true
        GET  | /engine-rest/task?processVariables=rag_eq_RED      | ``                                            | false
        GET  | /engine-rest/task?assigneeExpression=x             | ``                                            | false
        GET  | /engine-rest/task/1/form-variables?deserializeValues=false | ``                                    | true
        GET  | /engine-rest/task/1/form-variables?deserializeValues=true  | ``                                    | false
        POST | /engine-rest/task/1/submit-form | {"variables":{"orQueries":{"value":1}}}                          | true""")
    void delicateParametersAreRefusedUnlessTheListHasThem(String method, String address, String body, boolean allowed)
            throws Exception {
        assertThat(passes(method, address, body, Role.ROVING_PM)).isEqualTo(allowed);
    }

    @Test
    void aQueryHasALimitOfSize() throws Exception {
        assertThat(passes(
                        "POST",
                        "/engine-rest/filter/1/list",
                        "{\"nameLike\":\"" + "x".repeat(1_000_000) + "\"}",
                        Role.COORDINATOR))
                .isFalse();
    }

    @Test
    void theRefusalIsOneSentenceWhetherOrNotThereIsSuchAThing() {
        Api api = Api.as(people.with(Role.COMMISSIONER), Api.Door.PROGRAMS, port);
        for (String address : List.of("/task", "/task/1", "/message", "/job/1/suspended")) {
            HttpResponse<String> answer = api.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(403);
        }
        assertThat(Browser.json(api.get("/deployment")).get("message").asText())
                .isEqualTo("This is not open to you, or does not exist.");
    }
}
