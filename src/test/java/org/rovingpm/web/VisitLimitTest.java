package org.rovingpm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.web.share.Shares;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ViewResolver;

@ApplicationTest
class VisitLimitTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext context;

    private final String share = UUID.randomUUID().toString();

    private boolean passes(Shares limit, String address) {
        return limit.take(share, 3, Duration.ofHours(1), address).wasThere();
    }

    @Test
    void instancesCountTogetherAndClientsApart() {
        Shares one = new Shares(database);
        Shares other = new Shares(database);
        assertThat(passes(one, "192.0.2.1")).isTrue();
        assertThat(passes(other, "192.0.2.1")).isTrue();
        assertThat(passes(one, "192.0.2.1")).isTrue();
        assertThat(passes(other, "192.0.2.1")).isFalse();
        assertThat(passes(one, "192.0.2.1")).isFalse();
        assertThat(passes(other, "192.0.2.2")).isTrue();
    }

    @Test
    void allAddressesOfOneIpv6NetworkAreOneClient() {
        Shares limit = new Shares(database);
        for (int host = 1; host <= 3; host++) {
            assertThat(passes(limit, "2001:db8:0:1::" + host)).isTrue();
        }
        assertThat(passes(limit, "2001:db8:0:1::4")).isFalse();
        assertThat(passes(limit, "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void keepsNoAddress() {
        passes(new Shares(database), "198.51.100.77");
        passes(new Shares(database), "not.an.address.example.org");
        assertThat(jdbc.sql("select id from bucket where id like :share")
                        .param("share", share + "%")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(id -> id.contains("198") && id.contains("77."))
                .noneMatch(id -> id.contains("example"));
    }

    @Test
    void tellsWhoComesTooOftenWhenToComeBack() throws Exception {
        VisitLimitFilter filter = new VisitLimitFilter(new Shares(database), new LimitSettings(2, 2, 1));
        String client = "203.0.113." + (1 + Math.abs(share.hashCode() % 250));
        assertThat(status(filter, client, "GET", "/request-help")).isEqualTo(200);
        assertThat(status(filter, client, "GET", "/request-help")).isEqualTo(200);
        MockHttpServletResponse refused = answer(filter, client, "GET", "/request-help");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 61);
        assertThat(status(filter, client, "POST", "/request-help/send"))
                .as("forms are counted apart")
                .isEqualTo(200);
        assertThat(status(filter, client, "POST", "/request-help/send"))
                .as("requests for help are counted by the hour")
                .isEqualTo(429);
    }

    @Test
    void thePageOfARefusalExplainsIt() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext());
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        MockHttpServletResponse response = new MockHttpServletResponse();
        context.getBean("thymeleafViewResolver", ViewResolver.class)
                .resolveViewName("error", Locale.UK)
                .render(
                        Map.of("status", 429, "contact", new ContactSettings(null, "01632 960 999")),
                        request,
                        response);
        assertThat(response.getContentAsString())
                .contains("Too many at once", "Wait a few minutes", "ring 01632 960 999");
    }

    /** The clients of tests have shares without an end: this one is given a share of one, used up. */
    private void usesUp(String counted, String client) {
        context.getBean(Shares.class).take(counted, 1, Duration.ofHours(1), client);
    }

    /** Opens a form from elsewhere and sends it as this client. */
    private HttpResponse<String> sends(String path, String client) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String form = browser.send(
                        HttpRequest.newBuilder(at("/request-help/practice")).build(), BodyHandlers.ofString())
                .body();
        String token = form.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return browser.send(
                HttpRequest.newBuilder(at(path))
                        .header("X-Forwarded-For", client)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + token))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> comes(String method, String path, String forwardedFor) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(at(path))
                                .header("X-Forwarded-For", forwardedFor)
                                .header("Accept", "text/html")
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void everyPageOpenToAllIsCountedAndSaysSoToWhomeverHasHadEnough() throws Exception {
        String client = "203.0.113." + (1 + Math.abs(share.hashCode() % 250));
        usesUp("pages", client);
        usesUp("forms", client);
        String key = "A".repeat(43);
        for (String path : List.of(
                "/request-help",
                "/request-help/practices?q=mar",
                "/request-help/confirm/" + key,
                "/answer/" + key,
                "/answer/" + key + "/job-plan.pdf")) {
            HttpResponse<String> refused = comes("GET", path, client);
            assertThat(refused.statusCode()).as(path).isEqualTo(429);
            assertThat(refused.body()).as(path).contains("Too many at once");
            assertThat(refused.headers().firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
        }
        for (String path : List.of(
                "/request-help/send",
                "/request-help/confirm/" + key,
                "/answer/" + key,
                "/answer/" + key + "/renewed-link")) {
            HttpResponse<String> refused = sends(path, client);
            assertThat(refused.statusCode()).as(path).isEqualTo(429);
        }
    }

    @Test
    void anEncodedLetterInTheAddressDoesNotPassTheLimit() throws Exception {
        String client = "192.0.2." + (1 + Math.abs(share.hashCode() % 250));
        usesUp("requests", client);
        assertThat(sends("/request-help/send", client).statusCode()).isEqualTo(429);
        assertThat(sends("/request-help/s%65nd", client).statusCode()).isEqualTo(429);
        assertThat(sends("/request-help/%73end", client).statusCode()).isEqualTo(429);
    }

    @Test
    void whoClaimsToComeFromElsewhereIsCountedAllTheSame() throws Exception {
        String client = "198.51.100." + (1 + Math.abs(share.hashCode() % 250));
        usesUp("pages", client);
        assertThat(comes("GET", "/request-help", "192.0.2.1, " + client).statusCode())
                .isEqualTo(429);
        assertThat(comes("GET", "/request-help", "192.0.2.2, 192.0.2.3, " + client)
                        .statusCode())
                .isEqualTo(429);
    }

    private static int status(VisitLimitFilter filter, String client, String method, String path) throws Exception {
        return answer(filter, client, method, path).getStatus();
    }

    private static MockHttpServletResponse answer(VisitLimitFilter filter, String client, String method, String path)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(client);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
