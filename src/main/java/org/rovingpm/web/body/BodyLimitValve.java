package org.rovingpm.web.body;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads no body beyond its limits of size and time, whoever reads it: a servlet, a filter, or the server itself when somebody
 * asks for a parameter, which no filter could intercept. Nothing is refused before it is read, so that rights come first.
 */
class BodyLimitValve extends ValveBase {

    private static final long NANOS = 1_000_000_000L;

    /** What the server reads and drops after its answer, so that a browser gets to read why a little too much was refused. */
    private static final int MOST_DROPPED = 32 * 1024 * 1024;

    private static final long MOST_SECONDS_DROPPING = 5;

    private final BodyLimits limits;

    BodyLimitValve(BodyLimits limits) {
        super(true);
        this.limits = limits;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request received = request.getCoyoteRequest();
        InputBuffer connection = received.getInputBuffer();
        received.setInputBuffer(new Limited(connection, request, limits.of(path(request))));
        try {
            getNext().invoke(request, response);
        } finally {
            received.setInputBuffer(connection);
            if (!request.isAsync()) {
                dropTheRest(request, response, connection);
            }
        }
    }

    /** An address that cannot be read has no path. It is refused further in. */
    private static String path(Request request) {
        return Objects.toString(request.getDecodedRequestURI(), "");
    }

    /** The server would wait for the rest of a body for as long as its sender likes. */
    private static void dropTheRest(Request request, Response response, InputBuffer connection) throws IOException {
        org.apache.coyote.Request received = request.getCoyoteRequest();
        if (allRead(received) || received.hasExpectation() && received.getBytesRead() == 0) {
            return;
        }
        response.finishResponse();
        Drain drain = new Drain();
        long start = System.nanoTime();
        try {
            while (!allRead(received)) {
                if (received.getContentLengthLong() - received.getBytesRead() > MOST_DROPPED
                        || drain.dropped > MOST_DROPPED
                        || System.nanoTime() - start > MOST_SECONDS_DROPPING * NANOS
                        || connection.doRead(drain) < 0) {
                    break;
                }
                drain.count();
            }
        } catch (IOException gone) {
            // The connection is closed below
        }
        if (!allRead(received)) {
            received.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean allRead(org.apache.coyote.Request received) {
        return received.getContentLengthLong() == 0 || received.isFinished();
    }

    private static class Drain implements ApplicationBufferHandler {

        private java.nio.ByteBuffer chunk;
        private long dropped;

        void count() {
            dropped += chunk == null ? 0 : chunk.remaining();
        }

        @Override
        public void setByteBuffer(java.nio.ByteBuffer buffer) {
            chunk = buffer;
        }

        @Override
        public java.nio.ByteBuffer getByteBuffer() {
            return chunk;
        }

        @Override
        public void expand(int size) {
            // The server's own buffer is enough
        }
    }

    private static class Limited implements InputBuffer {

        private final InputBuffer body;
        private final Request request;
        private final BodyLimits.Row limit;
        private long read;
        private long waited;

        Limited(InputBuffer body, Request request, BodyLimits.Row limit) {
            this.body = body;
            this.request = request;
            this.limit = limit;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (request.getContentLengthLong() > limit.size().toBytes()
                    || read > limit.size().toBytes()) {
                throw refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, limit.tooLarge());
            }
            if (waited > limit.time().toNanos()) {
                throw tooSlow();
            }
            long start = System.nanoTime();
            try {
                int count = body.doRead(handler);
                read += Math.max(count, 0);
                return count;
            } catch (java.net.SocketTimeoutException silence) {
                throw tooSlow();
            } finally {
                waited += System.nanoTime() - start;
            }
        }

        private BodyRefused tooSlow() {
            return refused(
                    HttpServletResponse.SC_REQUEST_TIMEOUT,
                    "What was sent took too long to arrive, so nothing has been changed: send it again.");
        }

        private BodyRefused refused(int status, String sentence) {
            BodyRefused refused = new BodyRefused(status, sentence);
            refused.remember(request);
            return refused;
        }

        @Override
        public int available() {
            return body.available();
        }
    }
}
