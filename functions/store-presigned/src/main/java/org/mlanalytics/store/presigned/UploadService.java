package org.mlanalytics.store.presigned;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * The service that signs addresses of objects ({@code action: signedUrl}). Neither its token nor an
 * address gets into a message.
 */
@ApplicationScoped
@Retry(maxRetries = 4, delay = 250, jitter = 200, retryOn = StoreUnavailableException.class)
@ExponentialBackoff(maxDelay = 5000)
public class UploadService {

  /** What an address allows. */
  enum Operation {
    READ,
    WRITE
  }

  private final UploadApi api;
  private final ObjectMapper json;
  private final PresignedConfig config;

  UploadService(@RestClient UploadApi api, ObjectMapper json, PresignedConfig config) {
    this.api = api;
    this.json = json;
    this.config = config;
  }

  /**
   * Addresses of objects of one folder, in the order of their names.
   *
   * @param folder folder below that of the configuration; empty, or ends with {@code /}
   * @throws AnalyticsException {@link ErrorCode#STORE_REFUSED}, {@link ErrorCode#STORE_UNAVAILABLE}
   */
  public List<SignedAddress> sign(
      Operation operation, String folder, List<String> names, Duration validFor) {
    String path = config.folder() + "/" + folder;
    JsonNode files = ask(request(operation, path, names, validFor)).path("result").path("files");
    List<SignedAddress> addresses = new ArrayList<>(names.size());
    for (String name : names) {
      addresses.add(new SignedAddress(folder + name, address(files, path + name)));
    }
    return addresses;
  }

  private String request(Operation operation, String path, List<String> names, Duration validFor) {
    ObjectNode request =
        json.createObjectNode()
            .put("action", "signedUrl")
            .put("operation", operation.name().toLowerCase(Locale.ROOT))
            .put("bucketName", config.bucket())
            .put("folderPath", path)
            .put("expiresIn", validFor.toSeconds());
    names.forEach(request.putObject("request").putArray("files")::add);
    return request.toString();
  }

  private JsonNode ask(String request) {
    try (Response response = api.act(config.token().orElse(null), request)) {
      int status = response.getStatus();
      if (StoreUnavailableException.isTold(status)) {
        throw new StoreUnavailableException("HTTP " + status + " of the upload service", null);
      }
      if (status / 100 != 2) {
        throw new AnalyticsException(
            ErrorCode.STORE_REFUSED, "HTTP " + status + " of the upload service");
      }
      return json.readTree(response.readEntity(String.class));
    } catch (ProcessingException e) {
      throw new StoreUnavailableException("the upload service: " + e.getMessage(), e);
    } catch (JsonProcessingException e) {
      // without its cause, which quotes the answer
      throw new StoreUnavailableException("the answer of the upload service is no JSON", null);
    }
  }

  private static URI address(JsonNode files, String file) {
    for (JsonNode answer : files) {
      if (answer.path("file").asText().equals(file)) {
        return uri(answer.path("url").asText(), file);
      }
    }
    throw new AnalyticsException(
        ErrorCode.STORE_REFUSED, "the upload service has signed no address of " + file);
  }

  private static URI uri(String url, String file) {
    try {
      URI uri = URI.create(url);
      if ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException quotesTheAddress) {
      // told below, without it
    }
    throw new AnalyticsException(
        ErrorCode.STORE_REFUSED, "the upload service has signed no web address of " + file);
  }
}
