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
  private final String token;

  /**
   * @param url address of the process, without a path
   */
  public FunctionsApi(String url) {
    this(url, null);
  }

  private FunctionsApi(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** The same entry for somebody who has a token. */
  FunctionsApi withToken(String bearer) {
    return new FunctionsApi(url, bearer);
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

  /** What an address serves, as it is. */
  byte[] bytes(String path) throws IOException {
    return send(HttpRequest.newBuilder(uri(path)).GET(), HttpResponse.BodyHandlers.ofByteArray())
        .body();
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
    HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
    String mediaType =
        response.headers().firstValue("Content-Type").orElse("").split(";")[0].trim();
    JsonNode body =
        mediaType.endsWith("json") && !response.body().isEmpty()
            ? JSON.readTree(response.body())
            : JSON.missingNode();
    return new Answer(response.statusCode(), mediaType, body);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return http.send(request.timeout(LIMIT).build(), handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(url);
    }
  }

  private URI uri(String path) {
    return URI.create(url + path);
  }
}
