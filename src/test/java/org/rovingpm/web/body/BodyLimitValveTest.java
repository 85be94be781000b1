package org.rovingpm.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.web.RawConnection;
import org.springframework.util.unit.DataSize;

/** On a server of its own with short limits: a body ends by its limit, however it is read and whatever its sender does. */
@Timeout(30)
class BodyLimitValveTest {

    private static final int LARGEST = 1_000;

    private final Tomcat server = new Tomcat();

    @TempDir
    private Path folder;

    /** Reads its body as a stream, as parameters, or not at all. */
    private static class Reader extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String how = request.getQueryString();
            if (how.equals("no")) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                response.getWriter().write("Nothing read.");
            } else {
                int read = how.equals("parameters")
                        ? request.getParameterMap().size()
                        : request.getInputStream().readAllBytes().length;
                response.getWriter().write("Read " + read + ".");
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        DataSize largest = DataSize.ofBytes(LARGEST);
        Duration time = Duration.ofMillis(400);
        server.setBaseDir(folder.toString());
        server.setPort(0);
        server.getConnector().setProperty("address", "127.0.0.1");
        server.getConnector().setProperty("connectionTimeout", "300");
        server.getEngine()
                .getPipeline()
                .addValve(new BodyLimitValve(
                        new BodyLimits(new BodySettings(largest, largest, largest, largest, time, time, 50, 100))));
        Context context = server.addContext("", folder.toString());
        context.getPipeline().addValve(new BodyRefusalValve());
        Tomcat.addServlet(context, "reader", new Reader());
        context.addServletMappingDecoded("/*", "reader");
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        server.destroy();
    }

    private RawConnection post(String how, String headers) throws IOException {
        return new RawConnection(server.getConnector().getLocalPort())
                .send("POST /x?" + how + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }

    private static String length(int length) {
        return "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n";
    }

    @Test
    void aBodyWithinTheLimitIsRead() throws Exception {
        try (RawConnection connection = post("stream", length(LARGEST))) {
            assertThat(connection.send("x".repeat(LARGEST)).answer("Read 1000."))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsNotRead() throws Exception {
        for (String how : new String[] {"stream", "parameters"}) {
            try (RawConnection connection = post(how, length(LARGEST + 1))) {
                assertThat(connection.answer("\r\n")).as(how).startsWith("HTTP/1.1 413");
            }
        }
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIsEndsAtTheLimit() throws Exception {
        try (RawConnection connection = post("stream", "Transfer-Encoding: chunked\r\n")) {
            for (int chunk = 0; chunk < 3; chunk++) {
                connection.send("200\r\n" + "x".repeat(0x200) + "\r\n");
            }
            assertThat(connection.send("0\r\n\r\n").answer("\r\n")).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void aBodyThatComesByteByByteIsCutOff() throws Exception {
        for (String how : new String[] {"stream", "parameters"}) {
            try (RawConnection connection = post(how, length(LARGEST))) {
                assertThat(connection.drip(20).answer("\r\n")).as(how).startsWith("HTTP/1.1 408");
                assertThat(connection.closes()).isTrue();
            }
        }
    }

    @Test
    void aBodyThatStopsIsCutOff() throws Exception {
        try (RawConnection connection = post("stream", length(LARGEST))) {
            assertThat(connection.send("x").answer("\r\n")).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void whoMayNotIsToldSoBeforeAnythingIsRead() throws Exception {
        try (RawConnection connection = post("no", length(40_000_000))) {
            assertThat(connection.answer("Nothing read.")).startsWith("HTTP/1.1 401");
            assertThat(connection.closes()).isTrue();
        }
    }

    @Test
    void theServerDoesNotWaitForTheRestOfWhatNobodyReads() throws Exception {
        try (RawConnection connection = post("no", length(LARGEST))) {
            assertThat(connection.answer("Nothing read.")).startsWith("HTTP/1.1 401");
            assertThat(connection.drip(20).closes()).isTrue();
        }
    }

    @Test
    void aConnectionGoesOnAfterALittleThatNobodyReads() throws Exception {
        try (RawConnection connection = post("no", length(LARGEST))) {
            assertThat(connection.send("x".repeat(LARGEST)).answer("Nothing read."))
                    .startsWith("HTTP/1.1 401");
            connection.send("POST /x?stream HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nab");
            assertThat(connection.answer("Read 2.")).contains("HTTP/1.1 200");
        }
    }
}
