package org.rovingpm.web;

import jakarta.servlet.ServletRequest;
import java.io.IOException;

/** A body that is not read any further. Whoever sent it reads the sentence. */
class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = BodyRefused.class.getName();

    private final int status;

    BodyRefused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Remembers it with the request, because whoever reads the body may wrap or swallow the exception. */
    void remember(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** @return null if the body was not refused */
    static BodyRefused in(ServletRequest request) {
        return (BodyRefused) request.getAttribute(ATTRIBUTE);
    }
}
