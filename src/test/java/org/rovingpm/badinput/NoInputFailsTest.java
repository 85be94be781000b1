package org.rovingpm.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is asked of an address, it is no failure of the application: bad words, numbers, dates and encodings are refused. */
@ApplicationTest
@Tag("sweep")
class NoInputFailsTest {

    private static final List<String> VALUES = List.of(
            "%00",
            "x%00y",
            "999999999999999999999",
            "-1",
            "1e999",
            "2026-13-45",
            "%F0%9F%92%A9",
            "%ED%A0%80",
            "a_eq_b",
            "%27%22%3C");

    private static final List<String> LISTS = List.of(
            "task",
            "process-instance",
            "execution",
            "incident",
            "job",
            "deployment",
            "process-definition",
            "decision-definition",
            "variable-instance",
            "filter",
            "user",
            "group",
            "authorization",
            "event-subscription",
            "history/task",
            "history/activity-instance",
            "history/process-instance",
            "history/variable-instance",
            "history/detail",
            "history/incident",
            "history/user-operation");

    private static final List<String> PARAMETERS = List.of(
            "maxResults=5&firstResult",
            "maxResults",
            "maxResults=5&sortOrder=asc&sortBy",
            "maxResults=5&createdAfter",
            "maxResults=5&startedBefore",
            "maxResults=5&dueDates",
            "maxResults=5&processInstanceId",
            "maxResults=5&processDefinitionKey",
            "maxResults=5&nameLike",
            "maxResults=5&priority",
            "maxResults=5&type",
            "maxResults=5&variables",
            "maxResults=5&processVariables",
            "maxResults=5&resourceType",
            "maxResults=5&id");

    private static final List<String> BODIES = List.of(
            "null",
            "5",
            "[]",
            "\"x\"",
            "{\"sorting\":[{}]}",
            "{\"sorting\":[null]}",
            "{\"sorting\":\"x\"}",
            "{\"orQueries\":[null]}",
            "{\"orQueries\":[{}]}",
            "{\"processVariables\":[{}]}",
            "{\"processVariables\":[null]}",
            "{\"taskVariables\":[{\"name\":null,\"operator\":\"eq\",\"value\":{}}]}",
            "{\"createdAfter\":\"2026-13-45\"}",
            "{\"createdAfter\":{}}",
            "{\"name\":\"\\u0000\"}",
            "{\"name\":[]}",
            "{\"priority\":99999999999999999999}",
            "{\"noSuchThing\":1}");

    private static final int FORBIDDEN = 403;

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private ApplicationContext application;

    private final Set<String> faults = new TreeSet<>();

    private void check(String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            faults.add(what + ": " + answer.statusCode() + " " + answer.body().replaceAll("\\s+", " "));
        } else if (answer.statusCode() >= 400
                && answer.body().matches("(?s).*(ENGINE-\\d|Exception\\b|Tomcat|HTTP Status|\\bjava\\.).*")
                && !answer.body().contains("\"type\":\"")) {
            faults.add(what + ": raw words: " + answer.body());
        }
    }

    @Test
    void ofTheEnginesApi() {
        Api manager = Api.as(people.with(Role.SERVICE_MANAGER), Api.Door.PROGRAMS, port);
        for (String list : LISTS) {
            // Of what is not open to somebody the engine learns nothing, whatever is asked
            boolean open = manager.get("/" + list + "?maxResults=5").statusCode() != FORBIDDEN;
            for (String value : VALUES) {
                for (String parameter : open ? PARAMETERS : PARAMETERS.subList(0, 1)) {
                    String path = "/" + list + "?" + parameter + "=" + value;
                    check("GET " + path, manager.get(path));
                }
                check("GET /" + list + "/" + value, manager.get("/" + list + "/" + value));
                check("GET /" + list + "/count?name=" + value, manager.get("/" + list + "/count?name=" + value));
            }
            for (String body : BODIES) {
                check("POST /" + list + " " + body, manager.post("/" + list + "?maxResults=5", body));
            }
        }
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    @Test
    void ofOurOwnPages() {
        for (Role role : List.of(Role.SERVICE_MANAGER, Role.PROCESS_MANAGER, Role.COORDINATOR)) {
            Browser browser = new Browser(port);
            browser.signIn(people.with(role), TestPeople.PASSWORD);
            application
                    .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .getHandlerMethods()
                    .forEach((mapping, method) -> tryOut(browser, mapping, method));
        }
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    private void tryOut(Browser browser, RequestMappingInfo mapping, HandlerMethod method) {
        List<String> names = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> {
                    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                    String name = asked == null ? "" : asked.name();
                    return name.isEmpty() ? parameter.getParameter().getName() : name;
                })
                .toList();
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        for (String pattern : mapping.getPatternValues()) {
            for (String value : VALUES) {
                String path = pattern.replaceAll("\\{[^/]*}", value);
                if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                    String query = String.join(
                            "&", names.stream().map(name -> name + "=" + value).toList());
                    check("GET " + path + "?" + query, browser.get(path + "?" + query));
                } else if (methods.contains(RequestMethod.POST)) {
                    List<String> fields = new ArrayList<>();
                    names.forEach(name -> {
                        fields.add(name);
                        fields.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
                    });
                    check("POST " + path, browser.post(path, fields.toArray(String[]::new)));
                }
            }
        }
    }
}
