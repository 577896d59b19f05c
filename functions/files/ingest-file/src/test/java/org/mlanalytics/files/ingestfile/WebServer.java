package org.mlanalytics.files.ingestfile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Files on loopback, some of which come only when they are let go. */
final class WebServer implements AutoCloseable {

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, Path> large = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  WebServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          String path = exchange.getRequestURI().getPath().substring(1);
          if (large.containsKey(path)) {
            send(exchange, large.get(path));
            return;
          }
          byte[] file = files.get(path);
          if (file == null || failing.remove(path)) {
            exchange.sendResponseHeaders(file == null ? 404 : 503, -1);
            exchange.close();
            return;
          }
          exchange.sendResponseHeaders(200, file.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(file, 0, file.length / 2);
            body.flush();
            held.getOrDefault(path, new CountDownLatch(0)).await();
            body.write(file, file.length / 2, file.length - file.length / 2);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Calls so far, whatever was asked for. */
  int calls() {
    return calls.get();
  }

  /** The address of a file. */
  String serve(String name, byte[] content) {
    files.put(name, content);
    return "http://127.0.0.1:" + port() + "/" + name;
  }

  /** The address of a file that is not kept in memory. */
  String serve(String name, Path content) {
    large.put(name, content);
    return "http://127.0.0.1:" + port() + "/" + name;
  }

  private static void send(HttpExchange exchange, Path file) throws IOException {
    exchange.sendResponseHeaders(200, Files.size(file));
    try (OutputStream body = exchange.getResponseBody()) {
      Files.copy(file, body);
    }
  }

  /** The next call for a file is answered by 503. */
  void failOnce(String name) {
    failing.add(name);
  }

  /** The second half of a file waits until the result is run. */
  Runnable hold(String name) {
    CountDownLatch latch = new CountDownLatch(1);
    held.put(name, latch);
    return latch::countDown;
  }

  @Override
  public void close() {
    held.values().forEach(CountDownLatch::countDown);
    server.stop(0);
    threads.shutdownNow();
  }
}
