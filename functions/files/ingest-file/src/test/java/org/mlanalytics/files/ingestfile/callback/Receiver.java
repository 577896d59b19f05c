package org.mlanalytics.files.ingestfile.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes callbacks on loopback, and answers what it is told; afterwards 204. */
public final class Receiver implements AutoCloseable {

  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** Answers with these statuses first. */
  public Receiver(Integer... statuses) throws IOException {
    answers.addAll(List.of(statuses));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  /**
   * What came.
   *
   * @param id of the message
   * @param timestamp of the attempt, in seconds
   * @param signatures separated by blanks
   * @param body text of the message
   */
  public record Message(
      String method, String id, String timestamp, String signatures, String body) {

    /** Whether one of the signatures is that of a secret, by the text of the specification. */
    public boolean isSignedBy(String secret) throws Exception {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
      String content = id + "." + timestamp + "." + body;
      byte[] expected = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return Arrays.asList(signatures.split(" "))
          .contains("v1," + Base64.getEncoder().encodeToString(expected));
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The address that requests name. */
  public String address() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  /** What came so far. */
  public List<Message> messages() {
    return messages;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    messages.add(
        new Message(
            exchange.getRequestMethod(),
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            new String(body, StandardCharsets.UTF_8)));
    Integer status = answers.poll();
    exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    exchange.close();
  }
}
