package org.mlanalytics.files.ingestfile.callback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * The callback of a request as the ledger has it: a snapshot, never changed.
 *
 * @param key of the request
 * @param tenant whose request it is
 * @param state how far it has come
 * @param createdAt when the request was taken
 * @param endedAt when the end of the request was seen, or null
 * @param attempts begun so far
 * @param result of the last attempt as the tenant may know it, a status of HTTP or a group of
 *     faults, or null
 * @param claim who may write it, or null
 */
public record Delivery(
    String key,
    String tenant,
    DeliveryState state,
    Instant createdAt,
    Instant endedAt,
    int attempts,
    String result,
    String claim) {

  /** Id of the message: the same for each attempt, another one for each request. */
  String webhookId() {
    return "msg_" + UUID.nameUUIDFromBytes(("callback " + key).getBytes(StandardCharsets.UTF_8));
  }
}
