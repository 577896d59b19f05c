package org.mlanalytics.local.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A web server on loopback with the sample files of alarms: {@link #ALARMS} and {@link #EVENTS},
 * each with rows that break its schema.
 */
public final class SampleFiles implements AutoCloseable {

  /** Layout of the schema {@code bts-alarms}: 8 rows, of which 5 are good. */
  public static final String ALARMS = "alarm-sample-a.csv";

  /** Layout of the schema {@code bts-events}: 4 rows, of which 3 are good. */
  public static final String EVENTS = "alarm-sample-b.csv";

  private static final String FOLDER = "/samples/files";

  private final HttpServer http;

  /** Starts to serve. */
  public SampleFiles() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", SampleFiles::serve);
    http.start();
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return http.getAddress().getPort();
  }

  /** The address of a file. */
  public String address(String name) {
    return "http://127.0.0.1:" + port() + "/" + name;
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private static void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean known = path.equals("/" + ALARMS) || path.equals("/" + EVENTS);
    try (exchange;
        InputStream in = known ? SampleFiles.class.getResourceAsStream(FOLDER + path) : null) {
      byte[] body = in == null ? new byte[0] : in.readAllBytes();
      exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
      exchange.getResponseBody().write(body);
    }
  }
}
