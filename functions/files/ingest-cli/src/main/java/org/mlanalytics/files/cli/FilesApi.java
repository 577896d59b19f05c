package org.mlanalytics.files.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses below {@code /files}; redirects are not followed, so the token goes nowhere else.
 */
final class FilesApi {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int REDIRECTED = 300;
  private static final int NOT_FOUND = 404;
  private static final int BUSY = 429;
  private static final int SERVER_FAULT = 500;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final URI url;
  private final String token;

  FilesApi(URI url, String token) {
    this.url = url;
    this.token = token;
  }

  /** Takes a request or a list of them; the answer has the receipts. */
  JsonNode submit(String request) {
    return send(
        request("")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(request)));
  }

  JsonNode status(String requestId) {
    return send(request("/" + requestId).GET());
  }

  /** As {@link #status}, but a request that is not taken yet is empty. */
  Optional<JsonNode> find(String requestId) {
    HttpResponse<String> response = answer(request("/" + requestId).GET());
    return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(read(response));
  }

  /** An address that the server has told, which begins with its path. */
  String absolute(String address) {
    return Lines.printable(url.toString().replaceFirst("/+$", "") + address);
  }

  JsonNode list(int limit) {
    return send(request("?limit=" + limit).GET());
  }

  JsonNode cancel(String requestId) {
    return send(request("/" + requestId + "/cancel").POST(HttpRequest.BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String rest) {
    try {
      return HttpRequest.newBuilder(
              URI.create(url.toString().replaceFirst("/+$", "") + "/files" + rest))
          .timeout(LIMIT)
          .header("Authorization", "Bearer " + token);
    } catch (IllegalArgumentException e) {
      // not the message, which may hold the token
      throw CommandFailure.usage("not usable: the address or the token");
    }
  }

  private JsonNode send(HttpRequest.Builder request) {
    return read(answer(request));
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw CommandFailure.unavailable(url + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.unavailable("interrupted", e);
    }
  }

  private JsonNode read(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= SERVER_FAULT || status == BUSY) {
      throw CommandFailure.unavailable(fault(response), null);
    }
    if (status < OK || status >= REDIRECTED) {
      throw CommandFailure.refused(fault(response));
    }
    try {
      return json.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw CommandFailure.refused(url + " is not ingest-file: its answer is no JSON");
    }
  }

  private String fault(HttpResponse<String> response) {
    try {
      JsonNode problem = json.readTree(response.body());
      String told =
          Stream.of("code", "title", "detail")
              .map(name -> problem.path(name).asText())
              .filter(text -> !text.isBlank())
              .collect(Collectors.joining(": "));
      return Lines.printable(
          "status " + response.statusCode() + (told.isEmpty() ? "" : ", " + told));
    } catch (JsonProcessingException e) {
      return "status " + response.statusCode();
    }
  }
}
