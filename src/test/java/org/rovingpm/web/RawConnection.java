package org.rovingpm.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection on which a test sends what no well-behaved client would. */
public class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    public RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a byte, waits a little for an answer, and so on, until there is one or the server has gone. */
    public RawConnection drip(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            while (true) {
                send("x");
                try {
                    answered.write(socket.getInputStream().read());
                    socket.setSoTimeout(PATIENCE_MILLIS);
                    return this;
                } catch (SocketTimeoutException notYet) {
                    // The next byte
                }
            }
        } catch (SocketException gone) {
            return this;
        }
    }

    private final ByteArrayOutputStream answered = new ByteArrayOutputStream();

    /** The whole answer, until the server closes the connection or the part that is looked for is there. */
    public String answer(String end) throws IOException {
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                answered.write(next);
                if (answered.toString(StandardCharsets.UTF_8).endsWith(end)) {
                    break;
                }
            }
        } catch (SocketException gone) {
            // What came before is the answer
        }
        return answered.toString(StandardCharsets.UTF_8);
    }

    /** Whether the server closes the connection. */
    public boolean closes() throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // The rest of an answer
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException gone) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
