package org.rovingpm.modelcheck.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a deployment that is too large for the check, before the engine's API reads it into memory. */
class LargeDeployments extends OncePerRequestFilter {

    /** The limit of the check (20 MB), plus the overhead of a request. */
    static final long LARGEST = 21 * 1024 * 1024L;

    private static final String SENTENCE =
            "{\"type\":\"Refusal\",\"message\":\"These files are larger than 20 MB together: deploy fewer at once.\"}";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().replaceAll("/+$", "").endsWith("/deployment/create");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().print(SENTENCE);
        } else {
            chain.doFilter(new Bounded(request), response);
        }
    }

    /** A request of unknown length is cut off when it grows too large. */
    private static class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private static class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = body.read(target, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > LARGEST) {
                throw new IOException("The deployment is larger than 20 MB");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
