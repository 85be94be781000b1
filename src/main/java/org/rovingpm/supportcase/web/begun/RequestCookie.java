package org.rovingpm.supportcase.web.begun;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.rovingpm.supportcase.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie by which a browser is known that writes a request. It is sent to the pages of that request only. */
public final class RequestCookie {

    /** Where a referral is written. */
    public static final String REFERRAL = "/refer";

    private static final String NAME = "help-request";

    private RequestCookie() {}

    /** @return what the browser has; empty if it writes nothing */
    public static Optional<Secret> read(HttpServletRequest http) {
        return Optional.ofNullable(WebUtils.getCookie(http, NAME)).flatMap(found -> Secret.read(found.getValue()));
    }

    /**
     * Has the browser write this request from now on, in place of any other.
     *
     * @param path the first page of the request
     */
    public static void set(Secret visitor, String path, HttpServletRequest http, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, visitor.value())
                        .path(path)
                        .httpOnly(true)
                        .secure(http.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
