package org.mlanalytics.files.ingestfile.callback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers of a message by Standard Webhooks 1, https://www.standardwebhooks.com. */
final class WebhookSignature {

  private WebhookSignature() {}

  /**
   * Signs a message.
   *
   * @param secrets each gives a signature; one that the receiver knows is enough for it
   * @param id of the message, the same for each attempt, without a dot
   * @param at time of the attempt
   * @return {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}
   */
  static Map<String, String> headers(
      List<WebhookSecret> secrets, String id, Instant at, byte[] body) {
    String timestamp = Long.toString(at.getEpochSecond());
    byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    String signatures =
        secrets.stream()
            .map(secret -> "v1," + Base64.getEncoder().encodeToString(secret.sign(head, body)))
            .collect(Collectors.joining(" "));
    return Map.of(
        "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
  }
}
