package org.rovingpm.engine.refusal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rovingpm.database.PassingFailure;
import org.rovingpm.submission.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a refused change with 422 and only the sentences of the refusal, and other failures in words that people understand.
 */
class RefusalFilter extends OncePerRequestFilter {

    static final int UNPROCESSABLE = 422;

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);
    /** The id of the task in an address that is about one. */
    private static final Pattern TASK = Pattern.compile(".*/task/(?!report/)([^/]+)/.+");

    private final PlainAnswers answers;
    private final Predicate<String> isOpen;

    /** @param isOpen whether there is a task with this id */
    RefusalFilter(PlainAnswers answers, Predicate<String> isOpen) {
        this.answers = answers;
        this.isOpen = isOpen;
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
            answer.setStatus(statusOf(refusal, request));
            return answers.refusal(refusal);
        }
        if (request.getAttribute(RefusalRecorder.PASSING) instanceof PassingFailure passing) {
            answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), passing);
            return answers.passing(passing);
        }
        if (answer.getStatus() >= 500 && isAboutAnEndedTask(request)) {
            Refusal refusal = TaskNotOpen.refusal();
            answer.setStatus(statusOf(refusal, request));
            LOG.info("{} {}: the task has ended meanwhile", request.getMethod(), request.getRequestURI());
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

    /** Whoever only looks at a task that is not there finds nothing; whoever wants to do it is refused. */
    private static int statusOf(Refusal refusal, HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && TaskNotOpen.is(refusal)
                ? HttpServletResponse.SC_NOT_FOUND
                : UNPROCESSABLE;
    }

    /**
     * Somebody else has ended it while this request was at work on it, and whatever of it was looked for next was gone. The engine
     * fails then in as many ways as there are things to look for.
     */
    private boolean isAboutAnEndedTask(HttpServletRequest request) {
        Matcher task = TASK.matcher(FormBodyFilter.path(request));
        return task.matches() && !isOpen.test(task.group(1));
    }
}
