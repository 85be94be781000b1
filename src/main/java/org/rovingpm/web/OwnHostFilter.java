package org.rovingpm.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the host of the public address only, because where a redirect leads follows from the host that was asked for.
 * The names of this machine for itself lead nobody elsewhere: by them the demonstration and health checks are reached.
 */
class OwnHostFilter extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    private static final int MISDIRECTED = 421;

    private final String own;

    /** @param publicAddress where people reach the application, such as https://roving-pm.example.org */
    OwnHostFilter(String publicAddress) {
        own = URI.create(publicAddress).getHost();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getServerName();
        if (asked.equalsIgnoreCase(own) || LOOPBACK.contains(asked)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(MISDIRECTED);
        }
    }
}
