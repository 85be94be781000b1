package org.rovingpm.casepage.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Runs before anything else reads an upload, even the protection against forged requests, because the file is in
 * memory from then on. Admits only signed-in people, files that are not too large, and a few at a time.
 */
class UploadGate extends OncePerRequestFilter {

    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 10;
    private static final int TOO_LARGE = 413;
    private static final int BUSY = 503;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final long most;
    private final ObjectMapper json;

    /** @param most bytes of the largest request */
    UploadGate(long most, ObjectMapper json) {
        this.most = most;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session == null
                || session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) == null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getContentLengthLong() > most) {
            say(TOO_LARGE, "The file is larger than 10 MB: make it smaller, or share it in parts.", request, response);
        } else if (request.getContentLengthLong() < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (entered()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            say(
                    BUSY,
                    "Too many uploads at the moment, so the file has not been saved: try again in a minute.",
                    request,
                    response);
        }
    }

    private void say(int status, String sentence, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String page = CaseReference.read(request.getRequestURI().replaceFirst(".*/", ""))
                .map(reference -> request.getContextPath() + "/cases/" + reference)
                .orElse(request.getContextPath() + "/");
        UploadServlet.answer(status, "problem", sentence, page, json, request, response);
    }

    private boolean entered() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
