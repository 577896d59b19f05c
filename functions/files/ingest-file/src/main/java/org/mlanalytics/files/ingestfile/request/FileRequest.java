package org.mlanalytics.files.ingestfile.request;

import java.util.List;

/**
 * A request as its sender made it; the fields are those of {@code file-request.v1.schema.json}.
 *
 * @param requestId unique within the tenant, or null
 * @param uri where the file is
 * @param format how the file is written and packed, or null
 * @param schema a declared schema, one that the request brings, or null
 * @param targets where the rows go; empty for the default
 * @param sha256 digest that the file must have, or null
 * @param size bytes that the file must have, or null
 * @param priority which queue it waits in
 * @param callback where its end is told, or null
 */
public record FileRequest(
    String requestId,
    String uri,
    String format,
    SchemaChoice schema,
    List<Target> targets,
    String sha256,
    Long size,
    Priority priority,
    String callback) {

  /** The request under an id. */
  public FileRequest withRequestId(String id) {
    return new FileRequest(id, uri, format, schema, targets, sha256, size, priority, callback);
  }

  /** The request with its targets. */
  public FileRequest withTargets(List<Target> known) {
    return new FileRequest(requestId, uri, format, schema, known, sha256, size, priority, callback);
  }
}
