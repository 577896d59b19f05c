package org.mlanalytics.files.ingestfile.callback;

import java.time.Instant;
import java.util.List;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.files.ingestfile.request.Priority;
import org.mlanalytics.files.ingestfile.request.Target;

/** Requests that were taken. */
final class Accepted {

  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  private Accepted() {}

  static AcceptedRequest request(String tenant, String id, String callback) {
    return new AcceptedRequest(
        tenant,
        new FileRequest(
            id,
            "uri",
            null,
            null,
            List.of(new Target(Target.Kind.MONGO, "rows")),
            null,
            null,
            Priority.NORMAL,
            callback),
        NOON);
  }
}
