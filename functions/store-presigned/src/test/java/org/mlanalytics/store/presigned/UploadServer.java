package org.mlanalytics.store.presigned;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The presigned-upload service and the storage behind it: signs addresses for whoever has the
 * token, and takes and gives bytes by such an address until it expires. Objects are files. Listens
 * on loopback.
 */
final class UploadServer implements AutoCloseable {

  static final String TOKEN = "internal-token-of-the-tests";
  static final String BUCKET = "ml-analytics";

  private static final String SIGNATURE = "s3cr3t-signature-";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is done to a request in place of serving it. */
  enum Fault {
    /** 503 with a body of 100 KB. */
    BUSY,
    /** 429. */
    TOO_MANY,
    /** Serves the request, and closes the connection without an answer. */
    ANSWER_LOST,
    /** Says that all is stored, and drops the last byte; or announces more bytes than it sends. */
    TRUNCATED,
    /** Does not answer until the server ends. */
    SILENT,
    /** 200 with something that is no JSON. */
    NONSENSE
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path objects;
  private final Map<String, Path> byKey = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /** Requests as {@code METHOD /path}, without queries. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** What the service was asked. */
  final List<JsonNode> asked = new CopyOnWriteArrayList<>();

  /** Faults of the next requests to the service. */
  final ConcurrentLinkedQueue<Fault> ofService = new ConcurrentLinkedQueue<>();

  /** Faults of the next uploads. */
  final ConcurrentLinkedQueue<Fault> ofUploads = new ConcurrentLinkedQueue<>();

  /** Faults of the next downloads, also of those that only ask for a size. */
  final ConcurrentLinkedQueue<Fault> ofDownloads = new ConcurrentLinkedQueue<>();

  /** The token that is taken. */
  volatile String token = TOKEN;

  /** Whether the storage looks at {@code If-None-Match}. */
  volatile boolean looksAtConditions = true;

  /** Whether the storage looks at {@code Range}. */
  volatile boolean knowsRanges = true;

  UploadServer() throws IOException {
    objects = Files.createTempDirectory("upload-server");
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/v1/cloud-services/storage/actions", e -> serve(e, ofService, this::sign));
    http.createContext(
        "/storage/",
        e ->
            serve(e, e.getRequestMethod().equals("PUT") ? ofUploads : ofDownloads, this::transfer));
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Takes everything back. */
  void reset() throws IOException {
    byKey.clear();
    try (Stream<Path> files = Files.list(objects)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Stream.of(requests, asked, ofService, ofUploads, ofDownloads).forEach(c -> c.clear());
    token = TOKEN;
    looksAtConditions = true;
    knowsRanges = true;
  }

  long pieces() {
    return byKey.size();
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    http.stop(0);
    reset();
    Files.delete(objects);
  }

  private interface Handler {
    void handle(HttpExchange exchange, Fault fault) throws IOException;
  }

  private void serve(HttpExchange exchange, ConcurrentLinkedQueue<Fault> faults, Handler handler)
      throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    Fault fault = faults.poll();
    try (exchange) {
      if (fault == Fault.BUSY) {
        answer(exchange, 503, new byte[100_000]);
      } else if (fault == Fault.TOO_MANY) {
        answer(exchange, 429, new byte[0]);
      } else if (fault == Fault.NONSENSE) {
        answer(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8));
      } else if (fault == Fault.SILENT) {
        new CountDownLatch(1).await();
      } else {
        handler.handle(exchange, fault);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void sign(HttpExchange exchange, Fault fault) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
    asked.add(request);
    boolean wellFormed =
        request.path("action").asText().equals("signedUrl")
            && List.of("read", "write").contains(request.path("operation").asText())
            && !request.path("folderPath").asText().isEmpty()
            && !request.path("bucketName").asText().isEmpty();
    if (!token.equals(exchange.getRequestHeaders().getFirst("internal-access-token"))) {
      answer(exchange, 401, "{\"message\":\"no\"}".getBytes(StandardCharsets.UTF_8));
    } else if (!wellFormed) {
      answer(exchange, 400, new byte[0]);
    } else {
      ObjectNode answer = JSON.createObjectNode().put("status", 200);
      long expires = Instant.now().getEpochSecond() + request.path("expiresIn").asLong();
      for (JsonNode name : request.path("request").path("files")) {
        String file = request.path("folderPath").asText() + name.asText();
        answer
            .withObject("/result")
            .withArray("files")
            .addObject()
            .put("file", file)
            .put("url", address(file, request.path("operation").asText(), expires))
            .putObject("payload")
            .put("sourcePath", file);
      }
      answer(exchange, 200, JSON.writeValueAsBytes(answer));
    }
  }

  private String address(String file, String operation, long expires) {
    String path =
        "/storage/" + BUCKET + "/" + encoded(file).replace("%2F", "/").replace("+", "%20");
    return url() + path + "?" + query(file, operation, expires);
  }

  private static String query(String file, String operation, long expires) {
    return "op=%s&expires=%d&signature=%s%%2F%x"
        .formatted(operation, expires, SIGNATURE, (file + operation + expires).hashCode());
  }

  private void transfer(HttpExchange exchange, Fault fault) throws IOException {
    String key =
        URLDecoder.decode(
            exchange.getRequestURI().getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    key = key.substring(("/storage/" + BUCKET + "/").length());
    String query = exchange.getRequestURI().getRawQuery();
    String operation = exchange.getRequestMethod().equals("PUT") ? "write" : "read";
    long expires = Long.parseLong(query.replaceAll(".*expires=(\\d+).*", "$1"));
    if (!query.equals(query(key, operation, expires))
        || expires <= Instant.now().getEpochSecond()) {
      answer(exchange, 403, ("no: " + query).getBytes(StandardCharsets.UTF_8));
    } else if (operation.equals("write")) {
      put(exchange, key, fault);
    } else {
      get(exchange, byKey.get(key), fault);
    }
  }

  private void put(HttpExchange exchange, String key, Fault fault) throws IOException {
    Path file = objects.resolve("o" + numbers.incrementAndGet());
    Files.copy(exchange.getRequestBody(), file);
    if (!"BlockBlob".equals(exchange.getRequestHeaders().getFirst("x-ms-blob-type"))
        || exchange.getRequestHeaders().containsKey("Transfer-Encoding")) {
      answer(exchange, 400, new byte[0]);
      return;
    }
    if (fault == Fault.TRUNCATED) {
      byte[] all = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(all, all.length - 1));
    }
    boolean unless = "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    if (looksAtConditions && unless) {
      if (byKey.putIfAbsent(key, file) != null) {
        answer(exchange, 412, new byte[0]);
        return;
      }
    } else {
      byKey.put(key, file);
    }
    if (fault != Fault.ANSWER_LOST) {
      answer(exchange, 201, new byte[0]);
    }
  }

  private void get(HttpExchange exchange, Path file, Fault fault) throws IOException {
    if (file == null) {
      answer(exchange, 404, new byte[0]);
      return;
    }
    long size = Files.size(file);
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (knowsRanges && range != null) {
      part(exchange, file, size, range.substring("bytes=".length()).split("-"));
      return;
    }
    exchange.sendResponseHeaders(200, fault == Fault.TRUNCATED ? size + 1 : size == 0 ? -1 : size);
    try (OutputStream out = exchange.getResponseBody()) {
      Files.copy(file, out);
    }
  }

  /** A range of bytes: its first, and its last if there is one (RFC 9110, section 14). */
  private static void part(HttpExchange exchange, Path file, long size, String[] range)
      throws IOException {
    long first = Long.parseLong(range[0]);
    if (first >= size) {
      exchange.getResponseHeaders().add("Content-Range", "bytes */" + size);
      answer(exchange, 416, new byte[0]);
      return;
    }
    long last = range.length == 1 ? size - 1 : Math.min(Long.parseLong(range[1]), size - 1);
    exchange
        .getResponseHeaders()
        .add("Content-Range", "bytes %d-%d/%d".formatted(first, last, size));
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(first);
      answer(exchange, 206, in.readNBytes((int) (last - first + 1)));
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Whether a text holds what nobody may see. */
  static boolean tells(String text) {
    return text.contains(SIGNATURE) || text.contains(TOKEN);
  }
}
