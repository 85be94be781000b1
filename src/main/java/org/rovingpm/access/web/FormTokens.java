package org.rovingpm.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** Tokens that protect forms against forgery, of 256 random bits, wherever they are stored. Spring's own are UUIDs. */
class FormTokens implements CsrfTokenRepository {

    private static final int BYTES = 32;

    private final CsrfTokenRepository store;
    private final SecureRandom random = new SecureRandom();

    /** @param store where they are between the page and its form */
    FormTokens(CsrfTokenRepository store) {
        this.store = store;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        CsrfToken named = store.generateToken(request);
        byte[] token = new byte[BYTES];
        random.nextBytes(token);
        return new DefaultCsrfToken(
                named.getHeaderName(),
                named.getParameterName(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        store.saveToken(token, request, response);
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return store.loadToken(request);
    }
}
