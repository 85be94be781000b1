package org.rovingpm.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Engine;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.AbstractAccessLogValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rovingpm.access.Browser;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses of answer pages are keys to them: whatever is done with them, no log, no cache and no other site gets to know one. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class KeysInAddressesTest {

    @Autowired
    private ServletWebServerApplicationContext application;

    @Autowired
    private Environment settings;

    @Autowired
    private Scheme scheme;

    @Autowired
    private QuestionKinds kinds;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Logger everything = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level quiet = everything.getLevel();
    private Browser browser;
    private String reference;
    private String token;

    @BeforeEach
    void aQuestionAndLogsAsInProduction() {
        everything.setLevel(Level.INFO);
        browser = new Browser(port());
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z98033")));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "Who pays the staff?"));
        token = kinds.link(
                kinds.ask("information", new CaseReference(reference)).orElseThrow(), null);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        everything.setLevel(quiet);
        clock.reset();
        scheme.forget(reference);
    }

    private int port() {
        return application.getWebServer().getPort();
    }

    /** Everything that people and programs do with a link, by what the server answers. */
    private List<HttpResponse<String>> attacks() {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String path : List.of("/answer/", "/request-help/confirm/")) {
            String address = path + token;
            answers.add(browser.get(address));
            answers.add(browser.get(address + "/nothing-here"));
            answers.add(browser.get(address + "?x=%00&y=%f0%28"));
            answers.add(browser.get(address + "/job-plan.pdf"));
            answers.add(browser.get(address + "//"));
            answers.add(browser.get(address + "/..;/" + token));
            answers.add(browser.get(address + "%2e%2e%2f"));
            answers.add(browser.send("PUT", address, "{}"));
            answers.add(new Browser(port()).post(address));
            browser.get(address);
            answers.add(browser.post(address, "information", "x".repeat(100_000), "answeredBy", ""));
            answers.add(browser.post(address + "/renewed-link"));
        }
        clock.moveBy(Duration.ofDays(15));
        answers.add(browser.get("/answer/" + token));
        jdbc.sql("update question set purpose = 'broken' where case_reference = :reference")
                .param("reference", reference)
                .update();
        answers.add(browser.get("/answer/" + token));
        return answers;
    }

    /** What no client library sends. @return the first line of the answer */
    private String raw(String target) {
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void noLogContainsThemWhateverFails(CapturedOutput log) {
        assertThat(attacks()).extracting(HttpResponse::statusCode).contains(200, 400, 403, 404, 410, 422, 500);
        for (String strangeCharacter : List.of("{", "\\", " x", "|", "\u0001")) {
            assertThat(raw("/answer/" + token + strangeCharacter))
                    .as(strangeCharacter)
                    .contains(" 400");
        }

        assertThat(log).as("the failure itself is in the log").contains("NullPointerException");
        assertThat(log).doesNotContain(token);
    }

    @Test
    void noAccessLogContainsThem() throws LifecycleException {
        List<String> lines = new CopyOnWriteArrayList<>();
        AbstractAccessLogValve accessLog = new AbstractAccessLogValve() {
            @Override
            protected void log(CharArrayWriter line) {
                lines.add(line.toString());
            }
        };
        accessLog.setPattern(settings.getRequiredProperty("server.tomcat.accesslog.pattern"));
        accessLog.setEnabled(true);
        ValveBase logs = new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response)
                    throws IOException, jakarta.servlet.ServletException {
                getNext().invoke(request, response);
                accessLog.log(request, response, 1);
            }
        };
        Engine engine =
                ((TomcatWebServer) application.getWebServer()).getTomcat().getEngine();
        accessLog.setContainer(engine);
        accessLog.start();
        engine.getPipeline().addValve(logs);
        try {
            browser.get("/answer/" + token);
            browser.get("/answer/" + token + "/nothing-here?" + token);
            // A line is written when its answer has left already
            await().until(() -> lines.size() >= 2);
        } finally {
            engine.getPipeline().removeValve(logs);
            accessLog.stop();
        }
        assertThat(lines).hasSize(2).allMatch(line -> line.contains("GET")).noneMatch(line -> line.contains(token));
    }

    @Test
    void noOtherSiteAndNoCacheLearnsThem() {
        for (HttpResponse<String> answer : attacks()) {
            String what = answer.uri().getPath().replace(token, "…") + " " + answer.statusCode();
            if (answer.statusCode() == 400) {
                continue;
            }
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(what).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(what)
                    .contains("no-store");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(what)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.body())
                    .as(what)
                    .doesNotContain("http://localhost")
                    .doesNotContain("https://");
        }
    }
}
