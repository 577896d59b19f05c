package org.mlanalytics.files.fetching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLServerSocketFactory;

/** A server on a loopback address that answers what it is told, and counts who comes. */
final class ScriptedServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");

  private final ServerSocket server;
  private final boolean listens;
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private ScriptedServer(ServerSocket server, boolean listens, Script script) {
    this.server = server;
    this.listens = listens;
    this.script = script;
    start(this::serve);
  }

  /** What is written to a client whose request has been read. */
  interface Script {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  static ScriptedServer on(String address, Script script) throws IOException {
    return new ScriptedServer(bind(new ServerSocket(), address), true, script);
  }

  static ScriptedServer on(String address, String answer) throws IOException {
    return on(address, out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Talks at once, without a request. */
  static ScriptedServer eager(String address, Script script) throws IOException {
    return new ScriptedServer(bind(new ServerSocket(), address), false, script);
  }

  static ScriptedServer secured(SSLServerSocketFactory tls, String address, String answer)
      throws IOException {
    return new ScriptedServer(
        bind(tls.createServerSocket(), address),
        true,
        out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** The requests, with the line ends of their heads. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private static ServerSocket bind(ServerSocket server, String address) throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
    return server;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.add(socket);
        start(() -> answer(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      if (listens) {
        String head = head(socket.getInputStream());
        requests.add(head + body(head, socket.getInputStream()));
      }
      script.answer(socket.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // the client went away: what these tests are about
    } finally {
      open.remove(socket);
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static String body(String head, InputStream in) throws IOException {
    var length = LENGTH.matcher(head);
    return length.find()
        ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
        : "";
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted server");
    thread.setDaemon(true);
    thread.start();
  }
}
