package org.rovingpm.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What the server itself refuses, such as an address that cannot be read, before any page of ours is asked. */
public class PlainErrorReports extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final int FAILURE = 500;

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() == HttpServletResponse.SC_NOT_IMPLEMENTED) {
            // What the server does not know is no failure of ours: nobody else sends it
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        protect(request, response);
        String sentence = Sentences.of(status);
        boolean page = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
        response.setContentType(page ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        page
                                ? "<!DOCTYPE html><html lang=\"en\"><title>Roving PM</title><p>%s</p></html>"
                                        .formatted(sentence)
                                : "{\"type\":\"%s\",\"message\":\"%s\"}"
                                        .formatted(status < FAILURE ? "Refusal" : "Failure", sentence));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // Nobody is there to read it
        }
    }

    /** As the answers of our own pages, which these never reached. */
    private static void protect(Request request, Response response) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
    }
}
