package org.rovingpm.engine.refusal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.rovingpm.submission.Refusal;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a refused change with 422 and the sentences of the refusal alone, in the shape that the engine's REST API and
 * its web applications give to errors.
 */
class RefusalFilter extends OncePerRequestFilter {

    private static final int UNPROCESSABLE = 422;

    private final ObjectMapper json;

    RefusalFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        Refusal refusal = (Refusal) request.getAttribute(RefusalRecorder.ATTRIBUTE);
        if (refusal != null && answer.getStatus() >= 400) {
            response.resetBuffer();
            response.setStatus(UNPROCESSABLE);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            json.writeValue(response.getOutputStream(), Map.of("type", "Refusal", "message", refusal.getMessage(),
                "problems", refusal.problems()));
        } else {
            answer.copyBodyToResponse();
        }
    }
}
