package org.rovingpm.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.Visitor;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Scheme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Walks every page of ours, from the mapped addresses and along the links, each as the first who may read it, and holds what every
 * page has to be. A new page that the walk does not reach fails it: make a link to it, or data for it here.
 */
class EveryPageBrowserTest extends BrowserTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");
    private static final int NARROW = 320;

    /** No pages, or pages that only a link in a mail, a step of a journey or an action leads to, with the test that looks at them. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("/answer/{token}", "AnswerPagesBrowserTest"),
            Map.entry("/your-support/{token}", "PracticePageBrowserTest"),
            Map.entry("/your-support/{token}/contact", "PracticePageBrowserTest"),
            Map.entry("/cases/{reference}/link/{id:\\d{1,18}}", "LinkCasesBrowserTest"),
            Map.entry("/request-help/confirm/{token}", "RequestHelpBrowserTest"),
            Map.entry("/forgotten-password/{token:[A-Za-z0-9_-]{43}}", "AccountBrowserTest"),
            Map.entry("/forgotten-password/sent", "AccountBrowserTest"),
            Map.entry("/{journey:request-help|refer}/{page}", "RequestHelpBrowserTest"),
            Map.entry("/{journey:request-help|refer}/others", "FurtherPracticePagesTest"),
            Map.entry("/{journey:request-help|refer}/others/add", "FurtherPracticePagesTest"),
            Map.entry("/{journey:request-help|refer}/check", "RequestHelpBrowserTest"),
            Map.entry("/{journey:request-help|refer}/sent", "RequestHelpBrowserTest"),
            Map.entry("/{journey:request-help|refer}/ended", "RequestHelpBrowserTest"),
            Map.entry("/sign-in/code", "AccountBrowserTest"),
            Map.entry("/account/confirm", "AccountBrowserTest"),
            Map.entry("/account/second-factor/recovery-codes", "AccountBrowserTest"),
            Map.entry("/work", "leads to Tasklist"),
            Map.entry("/camunda", "leads to Tasklist"),
            Map.entry("/camunda/", "leads to Tasklist"),
            Map.entry("/camunda/app", "leads to Tasklist"),
            Map.entry("/camunda/app/", "leads to Tasklist"),
            Map.entry("/error", "ErrorPagesBrowserTest"),
            Map.entry("/{journey:request-help|refer}/practices", "answers the search box"),
            Map.entry("/interests/{id:\\d{1,18}}", "InterestBrowserTest"),
            Map.entry("/interests/all/{id:\\d{1,18}}", "InterestBrowserTest"),
            Map.entry("/kept-out/{id:\\d{1,18}}", "InterestBrowserTest"),
            Map.entry("/scheme-start/import/{id:\\d{1,18}}", "SchemeStartBrowserTest"),
            Map.entry("/case-views/{id:\\d{1,18}}", "CaseListBrowserTest"),
            Map.entry("/replies/{id:\\d{1,18}}", "ReplyBrowserTest"),
            Map.entry("/bulk/{id}", "BulkChangePagesTest"),
            Map.entry("/watch-list/{id:\\d{1,18}}", "WatchListBrowserTest"),
            Map.entry("/changes/{id}", "ModelChangePagesBrowserTest"),
            Map.entry("/stuck/one", "StuckBrowserTest"));

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PageRules rules;

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    private final Set<PathPattern> unseen = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();
    private String officer;
    private String pm;
    private String offered;
    private String referred;

    @BeforeEach
    void casesAndAddresses() {
        officer = people.named("liaison-97321", Role.LIAISON);
        Map<String, Object> referral = new HashMap<>(scheme.request(scheme.practice("Z97321")));
        referral.putAll(Map.of(
                "referredByLiaison",
                true,
                "consentGivenBy",
                "Dr Bell",
                "consentOn",
                LocalDate.now(SchemeTime.ZONE).toString()));
        referred = scheme.requestHelp(officer, referral);
        pm = scheme.pm(people.with(Role.ROVING_PM));
        offered = scheme.offered("Z97322", pm);
        scheme.fund("EVERY-PAGE-" + System.nanoTime(), "50000");
        application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(EveryPageBrowserTest::isRead)
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api/")
                        && !pattern.matches(".*\\.\\w+|.*/files/.*|.*/documents/.*")
                        && !ELSEWHERE.containsKey(pattern))
                .sorted()
                .forEach(pattern -> unseen.add(PathPatternParser.defaultInstance.parse(pattern)));
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(referred);
        scheme.forget(offered);
        scheme.leave(pm);
    }

    private static boolean isRead(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    @Test
    void everyPageHasATitleAHeadingAHeaderAPrintStyleAndFitsANarrowScreen() {
        walk(page, Optional.empty());
        for (Role role : Role.values()) {
            Page theirs = browserOfAnotherPerson();
            String person = role == Role.LIAISON ? officer : role == Role.ROVING_PM ? pm : people.with(role);
            signIn(theirs, person, TestPeople.PASSWORD);
            walk(theirs, Optional.of(role));
            theirs.context().close();
        }
        assertThat(faults).isEmpty();
        assertThat(unseen.stream().map(PathPattern::getPatternString))
                .as("pages that the walk did not reach")
                .isEmpty();
    }

    /** Visits what nobody has visited yet, as somebody of this role, and whatever that leads to. */
    private void walk(Page browser, Optional<Role> role) {
        browser.setViewportSize(NARROW, 900);
        Visitor visitor = role.map(one -> Visitor.with(Set.of(one.group()))).orElse(new Visitor(false, Set.of(), null));
        Deque<String> ahead = new ArrayDeque<>();
        unseen.stream()
                .map(PathPattern::getPatternString)
                .filter(pattern -> !pattern.contains("{"))
                .forEach(ahead::add);
        Set<String> known = new TreeSet<>(ahead);
        role.ifPresent(one -> ahead.add("/"));
        role.ifPresent(one -> List.of("/cases/" + referred, "/cases/" + offered, "/cases/" + offered + "/task")
                .forEach(ahead::add));
        while (!ahead.isEmpty() && !unseen.isEmpty()) {
            String address = ahead.poll();
            String path = URI.create(address).getPath();
            boolean admitted = rules.find(path)
                    .filter(rule -> rule.admits(HttpMethod.GET, visitor))
                    .isPresent();
            if (admitted && (patternOf(path).isPresent() || path.equals("/") || path.startsWith("/cases/"))) {
                visit(browser, role, address).stream().filter(known::add).forEach(ahead::add);
            }
        }
    }

    private Optional<PathPattern> patternOf(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return unseen.stream().filter(pattern -> pattern.matches(parsed)).min(PathPattern.SPECIFICITY_COMPARATOR);
    }

    /** @return the links of the page that lead to pages which nobody has seen yet */
    private List<String> visit(Page browser, Optional<Role> role, String address) {
        Response answer = browser.navigate(address);
        String path = URI.create(browser.url()).getPath();
        if (answer.status() != 200 || path.startsWith("/camunda/")) {
            return List.of();
        }
        Optional<PathPattern> pattern = patternOf(path);
        if (pattern.isPresent()) {
            unseen.remove(pattern.get());
            check(browser, role, path);
        }
        @SuppressWarnings("unchecked")
        List<String> links = (List<String>) browser.evaluate("""
                () => [...document.querySelectorAll('main a[href], nav a[href]')]
                    .filter(link => link.origin === window.location.origin && !link.hasAttribute('download'))
                    .map(link => link.pathname + link.search)""");
        return links.stream()
                .filter(link -> patternOf(URI.create(link).getPath()).isPresent())
                .toList();
    }

    private void check(Page browser, Optional<Role> role, String path) {
        String where = "%s as %s: ".formatted(path, role.map(Role::group).orElse("anybody"));
        if (!browser.title().endsWith(" – Roving PM") && !browser.title().startsWith("Roving PM")) {
            faults.add(where + "title " + browser.title());
        }
        if (browser.locator("h1").count() != 1 || browser.locator("main").count() != 1) {
            faults.add(where + "not one heading and one main part");
        }
        if (!browser.locator("header").innerText().contains("Roving PM")
                || role.isPresent()
                        && browser.locator("header form[action$='/sign-out']").count() != 1) {
            faults.add(where + "another header");
        }
        int width = (Integer) browser.evaluate("document.documentElement.scrollWidth");
        if (width > NARROW) {
            faults.add(where + width + " pixels wide");
        }
        new AxeBuilder(browser)
                .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
                        .map(EveryPageBrowserTest::inWords)
                        .forEach(violation -> faults.add(where + violation));
        browser.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        if (browser.locator("header form[action$='/sign-out'] button:visible, header nav:visible")
                        .count()
                > 0) {
            faults.add(where + "prints what is only for the screen");
        }
        browser.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static String inWords(Rule violation) {
        return violation.getHelp() + ": " + violation.getNodes().get(0).getHtml();
    }
}
