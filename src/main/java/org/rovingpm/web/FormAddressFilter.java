package org.rovingpm.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.rovingpm.web.body.BodyRefused;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form whose address has parameters. The server would take them for fields of the form, and before those: whoever leads
 * somebody to such an address would fill in part of what they send, and passwords would stand in logs of proxies. No form of ours
 * has any.
 */
class FormAddressFilter extends OncePerRequestFilter {

    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getQueryString() == null || !isForm(request.getContentType());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        new BodyRefused(
                        HttpServletResponse.SC_BAD_REQUEST,
                        "A form cannot be sent to an address with a question mark in it: open the page again.")
                .remember(request);
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private static boolean isForm(String contentType) {
        return contentType != null
                && FORMS.stream().anyMatch(form -> contentType.strip().regionMatches(true, 0, form, 0, form.length()));
    }
}
