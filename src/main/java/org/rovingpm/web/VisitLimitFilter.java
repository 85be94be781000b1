package org.rovingpm.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.rovingpm.web.share.Shares;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody use the pages that are open to all more often than people do. A page that is only read is shown also while the
 * database that counts is away; what is sent is not taken then.
 */
class VisitLimitFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(VisitLimitFilter.class);
    private static final String SENDS_REQUEST = "/request-help/send";
    /** After a failure nobody waits for the database again for so long, only to be counted. */
    private static final Duration UNCOUNTED = Duration.ofSeconds(5);

    private final Shares shares;
    private final LimitSettings settings;
    private volatile Long failed;

    VisitLimitFilter(Shares shares, LimitSettings settings) {
        this.shares = shares;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = take(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private Duration take(HttpServletRequest request) {
        String client = request.getRemoteAddr();
        if (!"POST".equals(request.getMethod())) {
            return takePage(client);
        }
        Duration wait = shares.take("forms", settings.forms(), Duration.ofMinutes(1), client)
                .remaining();
        return wait.isZero() && SENDS_REQUEST.equals(path(request))
                ? shares.take("requests", settings.requests(), Duration.ofHours(1), client)
                        .remaining()
                : wait;
    }

    private Duration takePage(String client) {
        Long last = failed;
        if (last != null && System.nanoTime() - last < UNCOUNTED.toNanos()) {
            return Duration.ZERO;
        }
        try {
            Duration wait = shares.take("pages", settings.pages(), Duration.ofMinutes(1), client)
                    .remaining();
            failed = null;
            return wait;
        } catch (RuntimeException failure) {
            failed = System.nanoTime();
            LOG.warn("Visits of public pages are not counted at the moment: {}", failure.toString());
            return Duration.ZERO;
        }
    }

    /** As the server has understood it and finds pages by it, without encoded letters: they would pass the limit. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    }
}
