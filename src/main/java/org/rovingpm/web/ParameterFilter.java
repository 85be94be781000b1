package org.rovingpm.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.apache.catalina.Globals;
import org.rovingpm.web.body.BodyRefused;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose parameters are too many, cannot be read, or have a null character, which no table can hold. The
 * server itself would drop what it cannot read without a word. Runs after the sign-in, because it reads forms.
 */
class ParameterFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Elsewhere the body is read by whoever understands it
        return request.getQueryString() == null
                && !String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean nulls = request.getParameterMap().entrySet().stream()
                .anyMatch(parameter -> hasNull(parameter.getKey())
                        || Arrays.stream(parameter.getValue()).anyMatch(ParameterFilter::hasNull));
        // Known once the parameters have been asked for
        boolean readable = !nulls && request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) == null;
        if (readable) {
            chain.doFilter(request, response);
        } else if (BodyRefused.in(request) == null) {
            String what = HttpMethod.GET.matches(request.getMethod()) ? "The address" : "What was sent";
            new BodyRefused(
                            HttpServletResponse.SC_BAD_REQUEST,
                            what + " cannot be read: it has too many parts, or one that is no text.")
                    .remember(request);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean hasNull(String text) {
        return text.indexOf('\0') >= 0;
    }
}
