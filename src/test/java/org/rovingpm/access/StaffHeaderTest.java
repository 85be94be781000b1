package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The top of every page of staff is the same: who is signed in, signing out, and the other pages. */
@ApplicationTest
class StaffHeaderTest {

    private static final String BEFORE_SIGNING_IN = "<header class=\"top\"><p class=\"product\">Roving PM</p></header>";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyPageOfTheMenuSaysWhoIsSignedInAndSignsOut(Role role) {
        Browser browser = new Browser(port);
        browser.signIn(people.with(role), TestPeople.PASSWORD);
        List<String> pages = new ArrayList<>();
        for (JsonNode item : Browser.json(browser.get("/api/menu"))) {
            pages.add(item.path("path").asText());
        }
        assertThat(pages).contains("/account");
        for (String path : pages) {
            HttpResponse<String> page = browser.get(path);
            if (page.statusCode() == 200 && !path.equals("/refer")) {
                assertThat(page.body())
                        .as(path)
                        .containsPattern(
                                "<a href=\"/account\"><span class=\"hidden\">Signed in as </span><span>[^<]+</span>")
                        .containsPattern(
                                "<form method=\"post\" action=\"/sign-out\"><input type=\"hidden\" name=\"_csrf\"");
                assertThat(page.body().split("aria-current=\"page\"", -1))
                        .as(path)
                        .hasSize(2);
            }
        }
        browser.get("/account");
        assertThat(Browser.location(browser.post("/sign-out"))).isEqualTo("/sign-in?signed-out");
        assertThat(Browser.location(browser.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void noPageOfStaffHasATopOfItsOwn() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(template);
                if (text.contains("~{web/staff :: head(")) {
                    assertThat(text).as("%s", template).contains("th:replace=\"~{web/staff :: top}\"");
                } else if (!List.of("staff.html", "layout.html")
                        .contains(template.getFileName().toString())) {
                    assertThat(text.replace(BEFORE_SIGNING_IN, ""))
                            .as("%s", template)
                            .doesNotContain("<header");
                }
            }
        }
    }
}
