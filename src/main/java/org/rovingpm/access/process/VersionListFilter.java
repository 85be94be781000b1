package org.rovingpm.access.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cockpit asks for all versions of a process or decision at once, without a limit, which the engine refuses (setting
 * query-max-results-limit). It gets as many as anybody looks through, the latest first.
 */
class VersionListFilter extends OncePerRequestFilter {

    private static final String LIMIT = "maxResults";
    private static final int VERSIONS = 500;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return "%s&%s=%d".formatted(super.getQueryString(), LIMIT, VERSIONS);
                    }
                },
                response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod())
                || !request.getRequestURI().endsWith("-definition")
                || request.getParameter("key") == null
                || request.getParameter(LIMIT) != null;
    }
}
