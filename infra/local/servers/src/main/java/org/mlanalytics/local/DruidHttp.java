package org.mlanalytics.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Druid's HTTP interface by way of the router, JSON in and out. Any status but 2xx is an {@link
 * IOException}.
 */
public final class DruidHttp {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
  private static final int SUCCESS_CLASS = 2;

  // HTTP/1.1 at once: Jetty 9 does not answer the attempt to upgrade.
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String url;

  /** The interface behind a router's URL. */
  public DruidHttp(String url) {
    this.url = url;
  }

  /** The answer to a GET. */
  public JsonNode get(String path) throws IOException {
    return send(request(path).GET());
  }

  /** The answer to a POST of JSON. */
  public JsonNode post(String path, String json) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The answer to a DELETE. */
  public JsonNode delete(String path) throws IOException {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(REQUEST_LIMIT);
  }

  private static JsonNode send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != SUCCESS_CLASS) {
        throw new IOException(
            response.uri() + " answered " + response.statusCode() + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", stop);
    }
  }
}
