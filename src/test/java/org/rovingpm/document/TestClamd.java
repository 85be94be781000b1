package org.rovingpm.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks the part of clamd's protocol that scans a stream, over a real socket, and can misbehave as the real one can. */
final class TestClamd implements AutoCloseable {

    /** How it behaves. */
    enum Mood {
        WELL,
        SILENT,
        SLOW_LETTERS,
        CUTS_OFF_WHILE_READING,
        CUTS_OFF_BEFORE_ANSWERING,
        TOO_LONG,
        CONFUSED
    }

    private final ServerSocket server;
    private final Mood mood;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile int scanned;

    TestClamd(Mood mood) {
        this.mood = mood;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread accepting = new Thread(this::accept, "clamd of a test");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** @return bytes of the content that it was sent last */
    int scanned() {
        return scanned;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                answer(socket);
            } catch (IOException ended) {
                // the next one, or the end of the test
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        if (!"zINSTREAM\0".equals(new String(command, StandardCharsets.US_ASCII))) {
            reply(socket, "UNKNOWN COMMAND\0");
            return;
        }
        if (mood == Mood.SILENT) {
            return;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
            if (mood == Mood.CUTS_OFF_WHILE_READING) {
                socket.close();
                return;
            }
            if (mood == Mood.TOO_LONG) {
                reply(socket, "INSTREAM size limit exceeded. ERROR\0");
                return;
            }
        }
        scanned = content.size();
        switch (mood) {
            case CUTS_OFF_BEFORE_ANSWERING -> socket.close();
            case CONFUSED -> reply(socket, "stream: Can't allocate memory ERROR\0");
            case SLOW_LETTERS -> socket.getOutputStream().write("str".getBytes(StandardCharsets.US_ASCII));
            default ->
                reply(
                        socket,
                        content.toString(StandardCharsets.ISO_8859_1).contains(SampleFiles.EICAR)
                                ? "stream: Eicar-Test-Signature FOUND\0"
                                : "stream: OK\0");
        }
    }

    private static void reply(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.close();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
