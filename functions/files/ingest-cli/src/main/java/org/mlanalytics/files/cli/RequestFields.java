package org.mlanalytics.files.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Option;

/** The fields of a request; the function checks them. */
final class RequestFields {

  @Option(names = "--uri", paramLabel = "URI", required = true, description = "Where the file is.")
  private String uri;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the request; sent twice with it, it is taken once.")
  private String id;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, tsv or jsonl, with +gzip or +zstd; by default as the address ends.")
  private String format;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "Declared schema; by default types are inferred.")
  private String schema;

  @Option(
      names = "--target",
      paramLabel = "KIND:NAME",
      description = "Where the rows go, as mongo:alarms; may be repeated.")
  private List<String> targets;

  @Option(names = "--sha256", paramLabel = "HEX", description = "Digest that the file must have.")
  private String sha256;

  @Option(names = "--size", paramLabel = "BYTES", description = "Size that the file must have.")
  private Long size;

  @Option(
      names = "--priority",
      paramLabel = "PRIORITY",
      defaultValue = "normal",
      description = "high, normal or low (default: ${DEFAULT-VALUE}).")
  private String priority;

  @Option(
      names = "--callback",
      paramLabel = "URI",
      description = "Where the end of the request is told, signed with the tenant's secret.")
  private String callback;

  String priority() {
    return priority;
  }

  String idOr(String standard) {
    return id == null ? standard : id;
  }

  /**
   * The request.
   *
   * @param requestId its id
   */
  String json(String requestId) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("uri", uri);
    request.put("priority", priority);
    put(request, "requestId", requestId);
    put(request, "format", format);
    put(request, "schema", schema);
    put(request, "sha256", sha256);
    put(request, "callback", callback);
    if (size != null) {
      request.put("size", size);
    }
    if (targets != null) {
      targets.forEach(request.withArray("target")::add);
    }
    return request.toString();
  }

  private static void put(ObjectNode request, String field, String value) {
    if (value != null) {
      request.put(field, value);
    }
  }
}
