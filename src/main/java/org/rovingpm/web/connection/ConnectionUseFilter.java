package org.rovingpm.web.connection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.Door;
import org.rovingpm.access.Page;
import org.rovingpm.access.Visitor;
import org.rovingpm.database.ConnectionUse;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Keeps what is open to all apart from what people with an account do: each has connections of its own to the database, and the
 * requests of the latter never take all threads of the server, however long each of them waits.
 */
class ConnectionUseFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Visitor ANYBODY = new Visitor(false, Set.of(), null);

    private final List<PathPattern> withoutAccount;
    private final List<PathPattern> readByAll;
    private final int mostOfStaff;
    private final AtomicInteger ofStaff = new AtomicInteger();

    /** @param mostOfStaff so many requests of people with an account at once; a further one is refused at once */
    ConnectionUseFilter(DeclaredAccess declared, int mostOfStaff) {
        withoutAccount = patterns(declared.pages().stream()
                .filter(page -> page.door() == Door.NO_ACCOUNT || page.door() == Door.SERVICE)
                .toList());
        readByAll = patterns(declared.pages().stream()
                .filter(page -> page.readers().admits(ANYBODY))
                .toList());
        this.mostOfStaff = mostOfStaff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOpenToAll(request)) {
            pass(ConnectionUse.VISITORS, request, response, chain);
            return;
        }
        try {
            if (ofStaff.incrementAndGet() > mostOfStaff) {
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            } else {
                pass(ConnectionUse.STAFF, request, response, chain);
            }
        } finally {
            ofStaff.decrementAndGet();
        }
    }

    private static void pass(
            ConnectionUse use, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (ConnectionUse.Scope connections = use.begin()) {
            chain.doFilter(request, response);
        }
    }

    private boolean isOpenToAll(HttpServletRequest request) {
        PathContainer path =
                PathContainer.parsePath(request.getServletPath() + Objects.toString(request.getPathInfo(), ""));
        return matches(withoutAccount, path) || READING.contains(request.getMethod()) && matches(readByAll, path);
    }

    private static boolean matches(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static List<PathPattern> patterns(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.patterns().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }
}
