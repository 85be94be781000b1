package org.rovingpm.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rovingpm.database.PassingFailure;
import org.rovingpm.web.body.BodyRefused;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whatever was refused or has failed, the caller reads a sentence of ours: people on a page, programs as JSON. */
@Controller
class ErrorAnswers implements ErrorController {

    private static final int FAILURE = 500;
    private static final Pattern FOR_PROGRAMS =
            Pattern.compile(".*/(engine-rest|camunda/api|api|notify|actuator)(/.*)?");

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        Optional<PassingFailure> passing = passing(request);
        int status = passing.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE.value() : status(request);
        BodyRefused refused = BodyRefused.in(request);
        String sentence = passing.map(PassingFailure::sentence)
                .orElse(refused != null && refused.status() == status ? refused.getMessage() : Sentences.of(status));
        if (isForPeople(request)) {
            ModelAndView page = new ModelAndView("error", Map.of("status", status, "sentence", sentence));
            page.setStatus(asked(request) == null ? HttpStatus.NOT_FOUND : HttpStatusCode.valueOf(status));
            return page;
        }
        return ResponseEntity.status(asked(request) == null ? HttpStatus.NOT_FOUND.value() : status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("type", status < FAILURE ? "Refusal" : "Failure", "message", sentence));
    }

    /** @return what is wrong with the database, where a page has failed for that reason */
    private static Optional<PassingFailure> passing(HttpServletRequest request) {
        return status(request) == FAILURE
                ? PassingFailure.in((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                : Optional.empty();
    }

    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer known ? known : FAILURE;
    }

    /** @return the address that was refused or failed; null for somebody who has only opened the address of errors */
    private static String asked(HttpServletRequest request) {
        return (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    }

    private static boolean isForPeople(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)
                && !FOR_PROGRAMS.matcher(String.valueOf(asked(request))).matches();
    }
}
