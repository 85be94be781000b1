package org.rovingpm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What never reaches a page of ours is refused in a sentence of ours all the same. */
@ApplicationTest
@Timeout(60)
class RefusedByTheServerTest {

    @LocalServerPort
    private int port;

    private String answer(String address, String accept) throws Exception {
        try (RawConnection connection = new RawConnection(port)
                .send("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
                        + "\r\nConnection: close\r\n\r\n")) {
            return connection.answer("nothing ends like this");
        }
    }

    @Test
    void anAddressThatCannotBeReadIsRefusedInASentence() throws Exception {
        for (String address :
                List.of("/a%00b", "/a%zz", "/a%2fb", "/a%", "/engine-rest/task%00", "/request-help/%c0%ae")) {
            assertThat(answer(address, "text/html"))
                    .as(address)
                    .startsWith("HTTP/1.1 400")
                    .contains("What was sent cannot be read: check it and send it again.")
                    .doesNotContain("Tomcat", "HTTP Status");
            assertThat(answer(address, "application/json"))
                    .as(address)
                    .startsWith("HTTP/1.1 400")
                    .contains("\"message\":\"What was sent cannot be read: check it and send it again.\"");
        }
    }

    @Test
    void theNameOfAnotherHostIsRefusedInASentenceAndLeadsNowhere() throws Exception {
        for (String host : List.of("evil.example", "localhost.evil.example", "evil.example:80")) {
            try (RawConnection connection = new RawConnection(port)
                    .send("GET /tasks HTTP/1.1\r\nHost: " + host
                            + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n")) {
                assertThat(connection.answer("</html>"))
                        .as(host)
                        .startsWith("HTTP/1.1 421")
                        .contains("This server does not answer for the host that was asked for")
                        .doesNotContain("Location");
            }
        }
    }

    /** They would count as fields of the form, before those that somebody has filled in. */
    @Test
    void aFormWithPartsInItsAddressIsRefusedInASentence() throws Exception {
        for (String address : List.of("/sign-in?username=a&password=b", "/request-help/contact?role=x", "/bulk?x")) {
            for (String form : List.of(
                    "application/x-www-form-urlencoded",
                    "Application/X-WWW-Form-Urlencoded; charset=utf-8",
                    "multipart/form-data; boundary=x")) {
                try (RawConnection connection = new RawConnection(port)
                        .send("POST " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Type: "
                                + form + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
                    assertThat(connection.answer("nothing ends like this"))
                            .as("%s %s", address, form)
                            .startsWith("HTTP/1.1 400")
                            .contains("A form cannot be sent to an address with a question mark in it");
                }
            }
        }
    }

    /** Otherwise a proxy and the server could disagree on where a request ends, and what is behind it would be another one. */
    @Test
    void aBodyOfTwoLengthsHidesNoSecondRequest() throws Exception {
        String hidden = "GET /accessibility HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (String lengths : List.of(
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nContent-Length: " + (5 + hidden.length()) + "\r\n",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n")) {
            try (RawConnection connection = new RawConnection(port)
                    .send("POST /request-help/contact HTTP/1.1\r\nHost: localhost\r\n" + lengths + "\r\n0\r\n\r\n"
                            + hidden)) {
                assertThat(connection.answer("nothing ends like this"))
                        .as(lengths)
                        .matches("(?s)HTTP/1.1 4\\d\\d.*")
                        .doesNotContain("HTTP/1.1 2");
            }
        }
    }

    @Test
    void traceIsRefused() throws Exception {
        for (String address : List.of("/", "/request-help", "/engine-rest/version", "/camunda/api/engine/engine")) {
            try (RawConnection connection = new RawConnection(port)
                    .send("TRACE " + address
                            + " HTTP/1.1\r\nHost: localhost\r\nCookie: secret=x\r\nConnection: close\r\n\r\n")) {
                assertThat(connection.answer("nothing ends like this"))
                        .as(address)
                        .matches("(?s)HTTP/1.1 4\\d\\d.*")
                        .doesNotContain("secret=x");
            }
        }
    }
}
