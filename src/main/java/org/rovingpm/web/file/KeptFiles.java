package org.rovingpm.web.file;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets browsers keep a file for a year where its address carries its version. Nothing else is kept: pages and data never, and a
 * file that was refused or is not there only until the next time.
 */
class KeptFiles extends OncePerRequestFilter {

    private static final Duration YEAR = Duration.ofDays(365);

    private static final String OURS = "/" + FileVersion.FOLDER + "/";
    private static final Pattern OF_LIBRARIES = Pattern.compile("/webjars/[^/]+/\\d[^/]*/.+");
    private static final Pattern OF_THE_ENGINE =
            Pattern.compile("/camunda/(lib|assets|app/[^/]+|api/[^/]+/plugin/[^/]+/static)/.+");

    /** What the engine's web applications write behind the addresses of their files. */
    private static final Pattern VERSION_OF_THE_ENGINE = Pattern.compile("bust=\\d+(\\.\\d+)+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<CacheControl> kept = "GET".equals(request.getMethod()) ? kept(request) : Optional.empty();
        chain.doFilter(
                request,
                kept.<HttpServletResponse>map(how -> new WithRefusals(new Kept(response, how)))
                        .orElse(response));
    }

    private static Optional<CacheControl> kept(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith(OURS) || OF_LIBRARIES.matcher(path).matches()) {
            return Optional.of(CacheControl.maxAge(YEAR).cachePublic().immutable());
        }
        if (Signposts.is(path)) {
            return Optional.of(CacheControl.noCache());
        }
        // They are for people who are signed in, and may come with a cookie
        boolean ofTheEngine = OF_THE_ENGINE.matcher(path).matches()
                && VERSION_OF_THE_ENGINE
                        .matcher(String.valueOf(request.getQueryString()))
                        .matches();
        return ofTheEngine
                ? Optional.of(CacheControl.maxAge(YEAR).cachePrivate().immutable())
                : Optional.empty();
    }

    /** Before the headers of the sign-in, which let nothing be kept where nobody has said otherwise. */
    private static class Kept extends OnCommittedResponseWrapper {

        private final CacheControl how;
        private boolean refused;

        Kept(HttpServletResponse response, CacheControl how) {
            super(response);
            this.how = how;
        }

        @Override
        protected void onResponseCommitted() {
            boolean file = getStatus() == SC_OK || getStatus() == SC_NOT_MODIFIED;
            if (file && !refused && !isPage()) {
                setHeader(HttpHeaders.CACHE_CONTROL, how.getHeaderValue());
            }
        }

        private boolean isPage() {
            return getContentType() != null && getContentType().startsWith("text/html");
        }
    }

    /** A refusal commits an answer that still says "OK". */
    private static class WithRefusals extends HttpServletResponseWrapper {

        private final Kept kept;

        WithRefusals(Kept kept) {
            super(kept);
            this.kept = kept;
        }

        @Override
        public void sendError(int status) throws IOException {
            kept.refused = true;
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            kept.refused = true;
            super.sendError(status, message);
        }

        @Override
        public void sendRedirect(String address) throws IOException {
            kept.refused = true;
            super.sendRedirect(address);
        }
    }
}
