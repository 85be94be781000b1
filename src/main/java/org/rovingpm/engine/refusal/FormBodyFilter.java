package org.rovingpm.engine.refusal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.rovingpm.submission.Refusal;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that no form can have sent, before the engine parses it. Runs after the sign-in. */
class FormBodyFilter extends OncePerRequestFilter {

    private static final Pattern FORMS =
            Pattern.compile(".*/(task/[^/]+/(submit-form|complete)|process-definition/.+/submit-form)/?");

    private final PlainAnswers answers;

    FormBodyFilter(PlainAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !FORMS.matcher(path(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        FormBody body = new FormBody(request);
        if (body.tooLong()) {
            refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "This is too much for any form: shorten the texts.");
        } else if (!body.readable()) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "What was sent cannot be read: open the form again and fill it in there.");
        } else {
            chain.doFilter(body, response);
        }
    }

    /** As the server finds the engine's resources by it: an encoded letter would pass the check. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    }

    private void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(answers.refusal(new Refusal(sentence)));
    }
}
