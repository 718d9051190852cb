package org.webinararchiver.download.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy on 127.0.0.1, for which all names in the world lead to one server; or one that only refuses. */
final class LoopbackProxy implements AutoCloseable {

    /**
     * What it was asked.
     *
     * @param line the request's first line, for example {@code CONNECT host:443 HTTP/1.1}
     */
    record Asked(String line, Optional<String> authorization) {}

    /** What it does with a request once it has read its headers. */
    private interface Treatment {
        void treat(List<String> head, Socket client) throws IOException;
    }

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private LoopbackProxy(Treatment treatment) throws IOException {
        this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        threads.submit(() -> accept(treatment));
    }

    /** Leads to the server at this port of this machine, whatever it is asked for. */
    static LoopbackProxy leadingTo(int port) throws IOException {
        return new LoopbackProxy(forwarding(port));
    }

    /** Leads there those who say this. */
    static LoopbackProxy leadingTo(int port, String authorization) throws IOException {
        var forwarding = forwarding(port);
        return new LoopbackProxy((head, client) -> {
            if (header(head, "Proxy-Authorization")
                    .filter(authorization::equals)
                    .isPresent()) {
                forwarding.treat(head, client);
            } else {
                answer(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"");
            }
        });
    }

    /** Answers everything with this status. */
    static LoopbackProxy answering(int status) throws IOException {
        return new LoopbackProxy((head, client) -> answer(client, status + " So"));
    }

    /** Resets every connection on which it is asked for something. */
    static LoopbackProxy resetting() throws IOException {
        return new LoopbackProxy((head, client) -> client.setSoLinger(true, 0));
    }

    /** Says nothing. */
    static LoopbackProxy silent() throws IOException {
        return new LoopbackProxy((head, client) -> client.getInputStream().read());
    }

    private static Treatment forwarding(int port) {
        return (head, client) -> {
            try (var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (head.getFirst().startsWith("CONNECT ")) {
                    answer(client, "200 Connected");
                } else {
                    send(server.getOutputStream(), forwarded(head));
                }
                var back = Thread.ofVirtual().start(() -> copy(server, client));
                copy(client, server);
                back.join();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
    }

    /** With the path alone in place of the whole address, and without what is meant for the proxy. */
    private static List<String> forwarded(List<String> head) {
        var lines = new ArrayList<>(head);
        lines.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("proxy-"));
        lines.set(0, head.getFirst().replaceFirst(" http://[^/]+", " "));
        return lines;
    }

    private void accept(Treatment treatment) {
        try {
            while (true) {
                var client = listening.accept();
                open.add(client);
                threads.submit(() -> serve(client, treatment));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void serve(Socket client, Treatment treatment) {
        try (client) {
            var head = head(client.getInputStream());
            asked.add(new Asked(head.getFirst(), header(head, "Proxy-Authorization")));
            treatment.treat(head, client);
        } catch (IOException e) {
            // Whoever asked has gone.
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ends in its headers");
            }
            text.append((char) next);
        }
        return text.toString().lines().filter(line -> !line.isEmpty()).toList();
    }

    private static Optional<String> header(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    private static void answer(Socket client, String status) throws IOException {
        boolean isTunnel = status.startsWith("200");
        var length = isTunnel ? List.<String>of() : List.of("Content-Length: 0", "Connection: close");
        var lines = new ArrayList<>(List.of("HTTP/1.1 " + status));
        lines.addAll(length);
        send(client.getOutputStream(), lines);
    }

    private static void send(OutputStream out, List<String> lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has closed it, so both are closed.
        }
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    List<Asked> asked() {
        return asked;
    }

    List<String> lines() {
        return asked.stream().map(Asked::line).toList();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var client : open) {
            client.close();
        }
        threads.shutdownNow();
    }
}
