package org.rovingpm.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The tokens that protect forms of people who are signed in are kept in their session; that of the sign-in page is a cookie, so that a
 * visit to it costs no session.
 */
class SignInTokens implements CsrfTokenRepository {

    private final CsrfTokenRepository ofTheSignIn;
    private final CsrfTokenRepository ofSessions = new FormTokens(new HttpSessionCsrfTokenRepository());

    SignInTokens(CsrfTokenRepository ofTheSignIn) {
        this.ofTheSignIn = ofTheSignIn;
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return request.getSession(false) == null ? ofTheSignIn : ofSessions;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    @Override
    public DeferredCsrfToken loadDeferredToken(HttpServletRequest request, HttpServletResponse response) {
        return of(request).loadDeferredToken(request, response);
    }
}
