package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.hiddencase.KeepOut;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Asks for every cell of {@link Sight}, as a person of the role: whatever the table says is seen, and nothing else. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatRolesSeeTest {

    private static final String PRACTICE = "Z99831";
    private static final String NAME = "Practice " + PRACTICE;
    private static final String PM = "pm-sight";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private IdentityService identities;

    @Autowired
    private SupportCases cases;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private KeepOut keepOut;

    private final Map<Role, Eyes> eyes = new EnumMap<>(Role.class);
    private Eyes pmOfTheCase;
    private CaseReference reference;
    private String task;
    private String instance;
    private String other;
    private CaseReference supported;

    /** Somebody at all three doors. */
    private record Eyes(String person, Browser browser, Api tasklist, Api api) {}

    @BeforeAll
    void aCaseThatWaitsForItsPm() {
        account();
        scheme.pm(PM);
        reference = new CaseReference(scheme.offered(PRACTICE, PM));
        Task offer = scheme.task(reference.value(), ManagerMatchingProcess.Elements.RESPOND_TO_OFFER);
        task = offer.getId();
        instance = offer.getProcessInstanceId();
        other = people.with(Role.ROVING_PM);
        supported = new CaseReference(scheme.offered("Z99832", PM));
        scheme.complete(
                supported.value(),
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                PM,
                Map.of("answer", "ACCEPT", "noConflict", true));
    }

    @AfterAll
    void removeIt() {
        scheme.forget(reference.value());
        scheme.forget(supported.value());
        scheme.leave(PM);
    }

    private void account() {
        User pm = identities.newUser(PM);
        pm.setFirstName("Tamsin");
        pm.setLastName("Teasel");
        pm.setPassword(TestPeople.PASSWORD);
        identities.saveUser(pm);
        identities.createMembership(PM, Role.ROVING_PM.group());
    }

    private Eyes of(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        // Brings the token without which Cockpit's own calls are taken for forged ones
        browser.get("/camunda/api/engine/engine");
        return new Eyes(
                person,
                browser,
                Api.as(person, Api.Door.WEB_APPLICATIONS, port),
                Api.as(person, Api.Door.PROGRAMS, port));
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void everyRoleSeesWhatTheTableSays(Sight sight) {
        Map<Role, Boolean> expected = new EnumMap<>(Role.class);
        Map<Role, Boolean> found = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            expected.put(role, sight.ofAll(role));
            found.put(role, sees(sight, eyes.computeIfAbsent(role, one -> of(people.with(one)))));
        }
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void aPmSeesOfTheirOwnCaseWhatTheTableSays(Sight sight) {
        Eyes pm = eyesOfPm();
        boolean seen = sight == Sight.CASE_PAGE
                ? pm.browser().get("/cases/" + supported.value()).statusCode() == 200
                : sight == Sight.CASE_IN_LIST
                        ? isListedFor(pm, supported)
                        : sight == Sight.CASE_EVENTS ? readsOf(pm, supported) : sees(sight, pm);
        assertThat(seen).isEqualTo(sight.ofOwn(Role.ROVING_PM));
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void nobodySeesACaseThatIsHiddenFromThem(Sight sight) {
        for (Role role : Role.values()) {
            if (sight.isOfCase() && sight.ofAll(role)) {
                String interested = people.with(role);
                declareInterest.declare(interested, cases.get(reference).leadingPractice(), "My sister is a partner.");
                assertThat(sees(sight, of(interested))).as("interested " + role).isFalse();
                String kept = people.with(role);
                keepOut.keepOut(
                        new KeepOut.Form(reference.value(), kept, "A quarrel."), people.with(Role.SERVICE_MANAGER));
                assertThat(sees(sight, of(kept))).as("kept-out " + role).isFalse();
            }
        }
    }

    private Eyes eyesOfPm() {
        if (pmOfTheCase == null) {
            pmOfTheCase = of(PM);
        }
        return pmOfTheCase;
    }

    private boolean sees(Sight sight, Eyes who) {
        return switch (sight) {
            case CASE_PAGE -> tells(who.browser().get("/cases/" + reference.value()), NAME);
            case CASE_IN_LIST -> isListedFor(who, reference);
            case CASE_EVENTS -> readsOf(who, reference);
            case CASE_PANEL -> tells(who.browser().get("/api/cases/case-panel?task=" + task), reference.value());
            case LISTED -> listed(who.tasklist(), "").contains(task);
            case LISTED_BY_API -> listed(who.api(), "").contains(task);
            case PRACTICE_ON_CARD -> named(who.tasklist());
            case PRACTICE_BY_API -> named(who.api());
            case FORM -> tells(who.tasklist().get("/task/" + task + "/form-variables"), NAME);
            case FORM_BY_API -> tells(who.api().get("/task/" + task + "/form-variables"), NAME);
            case TASK -> tells(who.tasklist().get("/task/" + task), PM);
            case TASK_BY_API -> tells(who.api().get("/task/" + task), PM);
            case INSTANCE ->
                tells(
                        who.browser()
                                .send(
                                        "POST",
                                        "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=200",
                                        "{\"businessKey\":\"%s\"}".formatted(reference.value())),
                        instance);
            case INSTANCE_BY_API -> tells(who.api().get("/process-instance/" + instance), reference.value());
            case VARIABLES -> variables(who.tasklist());
            case VARIABLES_BY_API -> variables(who.api());
            case HISTORY ->
                who.browser().get("/api/instances/" + instance + "/history").statusCode() == 200;
            case FIGURES -> tells(who.browser().get("/"), "The scheme in figures");
            case WATCH_LIST -> opens(who, "/watch-list");
            case STUCK -> opens(who, "/stuck");
            case BULK -> opens(who, "/bulk");
            case MODELS -> hasAny(who.tasklist().get("/deployment?maxResults=1"));
            case MODELS_BY_API -> hasAny(who.api().get("/deployment?maxResults=1"));
            case CHANGES -> opens(who, "/changes");
            case TEMPLATES -> opens(who, "/templates");
            case OWN_INTERESTS -> opens(who, "/interests");
            case ALL_INTERESTS -> opens(who, "/interests/all");
            case ACCOUNTS -> tells(who.api().get("/user?maxResults=5&id=" + other), other);
            case RIGHTS -> hasAny(who.api().get("/authorization?maxResults=1"));
        };
    }

    private static boolean isListedFor(Eyes who, CaseReference one) {
        boolean onPage = tells(who.browser().get("/cases?q=" + one.value()), "/cases/" + one.value() + "\"");
        assertThat(tells(who.browser().get("/cases.csv?q=" + one.value()), one.value()))
                .isEqualTo(onPage);
        return onPage;
    }

    /** Other tests may have left a lot that has happened since. */
    private static boolean readsOf(Eyes who, CaseReference one) {
        HttpResponse<String> answer;
        int page = 1;
        do {
            answer = who.browser().get("/happened?page=" + page);
            if (tells(answer, one.value())) {
                return true;
            }
            page++;
        } while (tells(answer, ">Earlier</a>"));
        return false;
    }

    private static boolean tells(HttpResponse<String> answer, String what) {
        return answer.statusCode() == 200 && answer.body().contains(what);
    }

    private static boolean opens(Eyes who, String page) {
        return who.browser().get(page).statusCode() == 200;
    }

    private static boolean hasAny(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && !Browser.json(answer).isEmpty();
    }

    /** Variables tell the case's number, and never its practice. */
    private boolean variables(Api api) {
        HttpResponse<String> answer = api.post(
                "/variable-instance?firstResult=0&maxResults=50",
                "{\"processInstanceIdIn\":[\"%s\"]}".formatted(instance));
        assertThat(answer.body()).doesNotContain(NAME, "practiceName");
        return tells(answer, reference.value());
    }

    private static List<String> lists(Api api) {
        JsonNode found = Browser.json(api.get("/filter?resourceType=Task&maxResults=50"));
        List<String> lists = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(list -> lists.add(list.get("id").asText()));
        }
        return lists;
    }

    private static List<String> listed(Api api, String search) {
        return cards(
                        api,
                        list -> api.post(
                                "/filter/%s/list?firstResult=0&maxResults=2000".formatted(list),
                                search.isEmpty() ? "{}" : search))
                .map(card -> card.path("id").asText())
                .toList();
    }

    private static Stream<JsonNode> cards(Api api, Function<String, HttpResponse<String>> question) {
        return lists(api).stream().flatMap(list -> {
            List<JsonNode> cards = new ArrayList<>();
            JsonNode answer = Browser.json(question.apply(list));
            (answer.isArray() ? answer : answer.path("_embedded").path("task")).forEach(cards::add);
            return cards.stream();
        });
    }

    /** On the card, and to a search: whoever is not shown a name must not find by it either. */
    private boolean named(Api api) {
        boolean shown = cards(api, list -> api.hal("/filter/%s/list?firstResult=0&maxResults=2000".formatted(list)))
                .filter(card -> card.path("id").asText().equals(task))
                .anyMatch(card -> card.toString().contains(NAME));
        boolean found = listed(
                        api,
                        "{\"processVariables\":[{\"name\":\"practiceName\",\"operator\":\"eq\",\"value\":\"%s\"}]}"
                                .formatted(NAME))
                .contains(task);
        assertThat(found).isEqualTo(shown);
        return shown;
    }
}
