package org.rovingpm.web.body;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Answers for a refused body with its own status, whatever those made of it who tried to read it. A valve of the context, so
 * that the page of the error is made after it; the server itself has answered "Bad Request" when a filter gets to know.
 */
class BodyRefusalValve extends ValveBase {

    BodyRefusalValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        BodyRefused refused = BodyRefused.in(request);
        if (refused != null && !response.isCommitted()) {
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            response.setSuspended(false);
            response.sendError(refused.status());
        }
    }
}
