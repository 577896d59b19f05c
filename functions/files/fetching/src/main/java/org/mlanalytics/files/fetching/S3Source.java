package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.ADDRESS_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.BUCKET_FORBIDDEN;
import static org.mlanalytics.files.fetching.RefusalReason.REDIRECT_INVALID;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects by {@code s3://bucket/key}, from the buckets of the policy. No redirect is followed. */
final class S3Source implements SourceClient {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  /** Segments that a server or a proxy could take for steps between directories. */
  private static final Set<String> STEPS = Set.of(".", "..");

  private final HttpTransfer transfer;
  private final Clock clock;

  S3Source(HttpTransfer transfer, Clock clock) {
    this.transfer = transfer;
    this.clock = clock;
  }

  @Override
  public Fetched fetch(URI uri, FetchPolicy policy, Intake intake) throws IOException {
    String name = uri.getRawAuthority();
    String key = key(uri);
    S3Bucket bucket = name == null ? null : policy.buckets().get(name);
    if (bucket == null) {
      throw new FetchRefusedException(BUCKET_FORBIDDEN, "a bucket that is not configured");
    }
    String path = "/" + encoded(name) + "/" + encoded(key);
    Origin origin = Origin.parse(bucket.endpoint().toString());
    HttpAddress address = HttpAddress.of(URI.create(origin + path));
    Map<String, String> headers =
        S3Signature.sign(path, Map.of("host", address.hostHeader()), bucket, clock.instant());
    if (transfer.run(address, headers, policy, intake).isPresent()) {
      throw new FetchRefusedException(REDIRECT_INVALID, origin + " redirects");
    }
    return intake.finish(uri, 0);
  }

  private static String key(URI uri) throws FetchRefusedException {
    String path = uri.getPath() == null ? "" : uri.getPath();
    boolean hasSteps = List.of(path.split("/")).stream().anyMatch(STEPS::contains);
    if (path.length() < 2 || hasSteps || uri.getRawQuery() != null) {
      throw new FetchRefusedException(ADDRESS_INVALID, "not s3://bucket/key");
    }
    return path.substring(1);
  }

  /** RFC 3986 as S3 wants it: each byte that is not unreserved in capital hexadecimal digits. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format("%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
  }
}
