package org.mlanalytics.files.ingestfile.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.files.ingestfile.request.RequestReader;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** What a record of a queue says: a request of the queue's tenant, or the key of a kept one. */
sealed interface QueueMessage {

  /** Who can write the queue can name a kept request of anybody: it is worked on once, as asked. */
  record Reference(String key) implements QueueMessage {}

  record Request(FileRequest request) implements QueueMessage {}

  String ACCEPTED = "accepted";

  static byte[] referenceTo(String key) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(ACCEPTED, key)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the value of a record.
   *
   * @throws AnalyticsException {@link ErrorCode#FILE_REQUEST}
   */
  static QueueMessage read(byte[] value) {
    JsonNode json = RequestReader.json(value);
    return json.isObject() && json.size() == 1 && json.path(ACCEPTED).isTextual()
        ? new Reference(json.get(ACCEPTED).textValue())
        : new Request(RequestReader.read(json));
  }
}
