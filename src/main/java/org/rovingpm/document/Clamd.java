package org.rovingpm.document;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClamAV's daemon over TCP: the command INSTREAM, the content in chunks that say their length, an empty chunk, and a
 * reply of one line (see "ClamD Protocol" in ClamAV's documentation). One connection a scan.
 */
class Clamd implements VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_REPLY = 1024;

    private final String host;
    private final int port;
    private final Duration timeout;

    /** @param timeout for a whole scan, from connecting to the reply */
    Clamd(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public Verdict scan(byte[] content) {
        String reply = reply(content);
        if (reply.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (reply.startsWith("stream: ") && reply.endsWith(" FOUND")) {
            LOG.warn("The virus scanner refused an upload: {}", reply);
            return Verdict.INFECTED;
        }
        throw new ScannerUnavailable("The virus scanner answered “%s”".formatted(reply), null);
    }

    private String reply(byte[] content) {
        try (Socket socket = new Socket()) {
            // A limit on single reads would let a scanner that reads or answers slowly hold us for ever
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> close(socket), CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
            try {
                socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
                return send(content, socket);
            } finally {
                end.cancel(false);
            }
        } catch (IOException failure) {
            throw new ScannerUnavailable("The virus scanner at %s:%d does not answer".formatted(host, port), failure);
        }
    }

    /** The scanner may answer before it has read everything, if the content is longer than it accepts. */
    private static String send(byte[] content, Socket socket) throws IOException {
        IOException broken = null;
        try {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(COMMAND);
            for (int at = 0; at < content.length; at += CHUNK) {
                int length = Math.min(CHUNK, content.length - at);
                out.writeInt(length);
                out.write(content, at, length);
            }
            out.writeInt(0);
            out.flush();
        } catch (IOException failure) {
            broken = failure;
        }
        String reply = reply(socket.getInputStream());
        if (broken != null && reply.equals("stream: OK")) {
            throw broken;
        }
        return reply;
    }

    private static String reply(InputStream in) throws IOException {
        StringBuilder reply = new StringBuilder();
        for (int letter = in.read(); letter > 0 && letter != '\n'; letter = in.read()) {
            if (reply.length() == LONGEST_REPLY) {
                throw new IOException("The reply does not end");
            }
            reply.append((char) letter);
        }
        return reply.toString().strip();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            LOG.debug("The connection to the virus scanner had ended", closed);
        }
    }
}
