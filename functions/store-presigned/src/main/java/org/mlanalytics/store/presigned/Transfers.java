package org.mlanalytics.store.presigned;

import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * Bytes to and from signed addresses, between a file and the storage and never through memory as a
 * whole. What a storage says of a fault is left out of messages: it may repeat the signature.
 */
@ApplicationScoped
@Retry(maxRetries = 4, delay = 250, jitter = 200, retryOn = StoreUnavailableException.class)
@ExponentialBackoff(maxDelay = 5000)
public class Transfers {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int ANSWER = 1 << 12;

  private final Duration limit;
  private volatile HttpClient client;

  Transfers(PresignedConfig config) {
    this.limit = config.transferTimeout();
  }

  /**
   * Stores a file as an object.
   *
   * @return false when the storage has refused because the object exists
   */
  public boolean put(SignedAddress address, Path file) throws IOException {
    HttpResponse<Void> answer =
        exchange(
            address,
            HttpRequest.newBuilder(address.uri())
                .header("x-ms-blob-type", "BlockBlob")
                .header("Content-Type", "multipart/form-data")
                .header("If-None-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofFile(file)),
            HttpResponse.BodyHandlers.discarding());
    return switch (answer.statusCode()) {
      case 200, 201 -> true;
      case 409, 412 -> false;
      default -> throw refused(address, answer.statusCode());
    };
  }

  /** Fetches an object into a file; false when there is no such object. */
  public boolean get(SignedAddress address, Path file) throws IOException {
    HttpResponse<Path> answer =
        exchange(
            address,
            HttpRequest.newBuilder(address.uri()),
            HttpResponse.BodyHandlers.ofFile(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING));
    return switch (answer.statusCode()) {
      case 200 -> true;
      case 404 -> false;
      default -> throw refused(address, answer.statusCode());
    };
  }

  /** Bytes of an object, of which one is fetched: an address to read cannot be asked by HEAD. */
  public OptionalLong size(SignedAddress address) throws IOException {
    return probe(address);
  }

  /** Waits until an object can be seen with its length. */
  public void confirm(SignedAddress address, long length) throws IOException {
    OptionalLong seen = probe(address);
    if (seen.isEmpty() || seen.getAsLong() != length) {
      throw new StoreUnavailableException(
          "%s: %s of %d bytes are in the storage"
              .formatted(address, seen.isEmpty() ? "none" : seen.getAsLong(), length),
          null);
    }
  }

  private OptionalLong probe(SignedAddress address) throws IOException {
    HttpResponse<InputStream> answer =
        exchange(
            address,
            HttpRequest.newBuilder(address.uri()).header("Range", "bytes=0-0"),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      return switch (answer.statusCode()) {
        case 200 -> answer.headers().firstValueAsLong("Content-Length");
        case 206 -> {
          body.readNBytes(ANSWER);
          yield total(address, answer);
        }
        // no byte of an empty object can be asked for
        case 416 -> OptionalLong.of(0);
        case 404 -> OptionalLong.empty();
        default -> throw refused(address, answer.statusCode());
      };
    }
  }

  private static OptionalLong total(SignedAddress address, HttpResponse<?> answer) {
    String range = answer.headers().firstValue("Content-Range").orElse("");
    try {
      return OptionalLong.of(Long.parseLong(range.substring(range.indexOf('/') + 1)));
    } catch (NumberFormatException e) {
      throw new AnalyticsException(
          ErrorCode.STORE_REFUSED, address + ": the storage tells no size of it");
    }
  }

  private <T> HttpResponse<T> exchange(
      SignedAddress address, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    CompletableFuture<HttpResponse<T>> exchange = client().sendAsync(request.build(), body);
    try {
      HttpResponse<T> answer = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (StoreUnavailableException.isTold(answer.statusCode())) {
        throw new StoreUnavailableException(
            address + ": HTTP " + answer.statusCode() + " of the storage", null);
      }
      return answer;
    } catch (ExecutionException e) {
      throw new StoreUnavailableException(
          address + ": " + e.getCause().getClass().getSimpleName(), e.getCause());
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new StoreUnavailableException(address + ": no answer within " + limit, e);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(address + ": interrupted", e);
    }
  }

  private static AnalyticsException refused(SignedAddress address, int status) {
    return new AnalyticsException(
        ErrorCode.STORE_REFUSED, address + ": HTTP " + status + " of the storage");
  }

  /** Made when the first object is transferred: it has threads of its own. */
  private HttpClient client() {
    if (client == null) {
      synchronized (this) {
        if (client == null) {
          client =
              HttpClient.newBuilder()
                  .version(HttpClient.Version.HTTP_1_1)
                  .connectTimeout(CONNECT)
                  .build();
        }
      }
    }
    return client;
  }
}
