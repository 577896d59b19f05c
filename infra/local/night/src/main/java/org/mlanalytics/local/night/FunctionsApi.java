package org.mlanalytics.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The HTTP entry of a function process. */
public final class FunctionsApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String url;

  /**
   * @param url address of the process, without a path
   */
  public FunctionsApi(String url) {
    this.url = url;
  }

  /** Address of the process. */
  public String url() {
    return url;
  }

  /** Whether the process takes requests. */
  public boolean isReady() throws IOException {
    return send(HttpRequest.newBuilder(uri("/q/health/ready")).GET()).status() == 200;
  }

  /** Starts a run and waits for this process's part of it. */
  public Answer run(Map<String, ?> request) throws IOException {
    return post("/runs", "application/json", JSON.writeValueAsString(request));
  }

  /** Sends a body to an address. */
  public Answer post(String path, String mediaType, String body) throws IOException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Reads an address. */
  public Answer get(String path) throws IOException {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param mediaType content type without parameters, or empty
   * @param body the body as JSON; missing when it is none
   */
  public record Answer(int status, String mediaType, JsonNode body) {}

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
      String mediaType =
          response.headers().firstValue("Content-Type").orElse("").split(";")[0].trim();
      JsonNode body =
          mediaType.endsWith("json") && !response.body().isEmpty()
              ? JSON.readTree(response.body())
              : JSON.missingNode();
      return new Answer(response.statusCode(), mediaType, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(url);
    }
  }

  private URI uri(String path) {
    return URI.create(url + path);
  }
}
