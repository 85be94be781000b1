package org.rovingpm.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AskedPagesTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/interests");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @CsvSource({"true,__Host-asked-page", "false,asked-page"})
    void aPageIsRememberedByACookieOfThisHostAndForgottenWhenItIsOpened(boolean overTlsOnly, String name) {
        AskedPages pages = new AskedPages(overTlsOnly);
        request.addHeader("Accept", "text/html");
        pages.saveRequest(request, response);
        Cookie cookie = response.getCookie(name);
        assertThat(cookie).isNotNull();
        assertThat(cookie.getSecure()).isEqualTo(overTlsOnly);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");

        request.setCookies(cookie);
        assertThat(pages.getRequest(request, response).getRedirectUrl()).endsWith("/interests");
        MockHttpServletResponse opened = new MockHttpServletResponse();
        pages.removeRequest(request, opened);
        assertThat(opened.getCookie(name).getMaxAge()).isZero();
    }

    @Test
    void aCookieOfSpringsNameCountsForNothing() {
        AskedPages pages = new AskedPages(true);
        request.addHeader("Accept", "text/html");
        pages.saveRequest(request, response);
        request.setCookies(new Cookie(
                "REDIRECT_URI", response.getCookie("__Host-asked-page").getValue()));
        assertThat(pages.getRequest(request, response)).isNull();
    }

    @Test
    void whatScriptsAskForIsNoPageToComeBackTo() {
        request.setRequestURI("/api/menu");
        request.addHeader("Accept", "text/html");
        new AskedPages(false).saveRequest(request, response);
        assertThat(response.getCookies()).isEmpty();
    }
}
