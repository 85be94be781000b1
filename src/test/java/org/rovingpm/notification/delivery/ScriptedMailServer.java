package org.rovingpm.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server over a real socket that misbehaves as it is told: answers oddly, falls silent, or hangs up. */
public class ScriptedMailServer implements AutoCloseable {

    public static final String HANG_UP = "hang up";
    static final String SILENCE = "silence";

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final AtomicInteger messages = new AtomicInteger();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /** @param answers by the command, or "." for the end of a message, what is answered instead of the usual */
    public ScriptedMailServer(Map<String, String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread listener = new Thread(this::listen, "scripted mail server");
        listener.setDaemon(true);
        listener.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** @return how many messages it has read to their end */
    int messages() {
        return messages.get();
    }

    /** @return the commands it was given, as they were */
    List<String> commands() {
        return commands;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                // The next one is served all the same
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        if (!answer(client, "greeting", "220 ready")) {
            return;
        }
        boolean inMessage = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (inMessage && !line.equals(".")) {
                continue;
            }
            String command = line.split(" ")[0].toUpperCase(Locale.ROOT);
            if (inMessage) {
                messages.incrementAndGet();
            } else {
                commands.add(line);
            }
            inMessage = command.equals("DATA") && !answers.containsKey("DATA");
            if (!answer(client, command, inMessage ? "354 go on" : command.equals("QUIT") ? "221 bye" : "250 ok")) {
                return;
            }
        }
    }

    /** @return whether the conversation goes on */
    private boolean answer(Socket client, String command, String usual) throws IOException {
        String answer = answers.getOrDefault(command, usual);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (answer.equals(SILENCE)) {
            client.getInputStream().readAllBytes();
            return false;
        }
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
