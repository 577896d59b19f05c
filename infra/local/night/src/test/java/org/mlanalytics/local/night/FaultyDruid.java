package org.mlanalytics.local.night;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy in front of the real Druid that misbehaves on request. */
final class FaultyDruid implements AutoCloseable {

  private static final String TASKS = "/druid/indexer/v1/task";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger faults = new AtomicInteger();
  private final HttpServer server;
  private final String druid;
  private volatile Fault fault = Fault.none();

  /**
   * What goes wrong.
   *
   * @param status answered to everything instead of asking Druid; 0 asks Druid
   * @param silent accept requests and answer nothing
   * @param loseReplies ask Druid to start tasks, then break the connection
   */
  record Fault(int status, boolean silent, boolean loseReplies) {

    static Fault none() {
      return new Fault(0, false, false);
    }

    static Fault answering(int status) {
      return new Fault(status, false, false);
    }

    static Fault silence() {
      return new Fault(0, true, false);
    }

    static Fault losingReplies() {
      return new Fault(0, false, true);
    }
  }

  FaultyDruid(String druid) throws IOException {
    this.druid = druid;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void set(Fault next) {
    faults.set(0);
    fault = next;
  }

  /** Requests that met the current fault. */
  int faults() {
    return faults.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Fault now = fault;
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (now.silent()) {
        faults.incrementAndGet();
        closed.await();
      } else if (now.status() != 0) {
        faults.incrementAndGet();
        exchange.sendResponseHeaders(now.status(), -1);
      } else {
        forward(exchange, body, now);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(HttpExchange exchange, byte[] body, Fault now) throws IOException {
    HttpResponse<byte[]> answer = ask(exchange, body);
    boolean starts =
        exchange.getRequestMethod().equals("POST")
            && exchange.getRequestURI().getPath().equals(TASKS);
    if (starts && now.loseReplies()) {
      faults.incrementAndGet();
      return;
    }
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type", answer.headers().firstValue("Content-Type").orElse("application/json"));
    exchange.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(druid + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body.length > 0) {
      request.header("Content-Type", "application/json");
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
