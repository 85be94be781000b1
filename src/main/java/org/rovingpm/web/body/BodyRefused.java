package org.rovingpm.web.body;

import jakarta.servlet.ServletRequest;
import java.io.IOException;

/** A body that is not read any further. Whoever sent it reads the sentence. */
public class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = BodyRefused.class.getName();

    private final int status;

    /**
     * @param status   of HTTP
     * @param sentence what the sender reads
     */
    public BodyRefused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** @return the status of HTTP */
    public int status() {
        return status;
    }

    /** Remembers it with the request, because whoever reads the body may wrap or swallow the exception. */
    public void remember(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** @return null if the body was not refused */
    public static BodyRefused in(ServletRequest request) {
        return (BodyRefused) request.getAttribute(ATTRIBUTE);
    }
}
