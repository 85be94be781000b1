package org.rovingpm.engine.refusal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rovingpm.submission.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a refused change with 422 and only the sentences of the refusal, and other failures in words that people understand.
 */
class RefusalFilter extends OncePerRequestFilter {

    static final int UNPROCESSABLE = 422;

    private final PlainAnswers answers;

    RefusalFilter(PlainAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        byte[] plain = answer.getStatus() < 400 || response.isCommitted() ? null : plain(request, answer);
        if (plain == null) {
            answer.copyBodyToResponse();
        } else {
            response.resetBuffer();
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setContentLength(plain.length);
            response.getOutputStream().write(plain);
        }
    }

    private byte[] plain(HttpServletRequest request, ContentCachingResponseWrapper answer) {
        if (request.getAttribute(RefusalRecorder.ATTRIBUTE) instanceof Refusal refusal) {
            answer.setStatus(UNPROCESSABLE);
            return answers.refusal(refusal);
        }
        if (answer.getStatus() >= 500 && request.getAttribute(RefusalRecorder.COMMAND_FAILED) == null) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return answers.unreadable(
                    request.getMethod() + " " + request.getRequestURI(), answer.getContentAsByteArray());
        }
        if (answer.getStatus() >= 500) {
            return answers.failure(request.getMethod() + " " + request.getRequestURI(), answer.getContentAsByteArray());
        }
        return answers.rejection(FormBodyFilter.path(request), answer.getStatus(), answer.getContentAsByteArray());
    }
}
