package org.mlanalytics.files.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Option;

/** The fields of a request; the function checks them. */
final class RequestFields {

  @Option(
      names = "--uri",
      paramLabel = "URI",
      required = true,
      description = "Where the file is; may be repeated: a request for each, in this order.")
  private List<String> uris;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the request; sent twice with it, it is taken once. For one --uri only.")
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
      names = "--schema-file",
      paramLabel = "FILE",
      description =
          "File that holds a schema as JSON, which goes into the request; no --schema then.")
  private Path schemaFile;

  @Option(
      names = "--target",
      paramLabel = "KIND:NAME",
      description = "Where the rows go, as mongo:alarms or druid:alarms@day; may be repeated.")
  private List<String> targets;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "Digest that the file must have. For one --uri only.")
  private String sha256;

  @Option(
      names = "--size",
      paramLabel = "BYTES",
      description = "Size that the file must have. For one --uri only.")
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

  /** The requests by their ids, in the order of the addresses. */
  Map<String, ObjectNode> byId() {
    if (uris.size() > 1 && (id != null || sha256 != null || size != null)) {
      throw CommandFailure.usage("--id, --sha256 and --size are for one --uri only");
    }
    JsonNode declared = declaredSchema();
    Map<String, ObjectNode> requests = new LinkedHashMap<>();
    for (String uri : uris) {
      String requestId = id == null ? UUID.randomUUID().toString() : id;
      requests.put(requestId, request(requestId, uri, declared));
    }
    return requests;
  }

  private ObjectNode request(String requestId, String uri, JsonNode declared) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("uri", uri);
    request.put("priority", priority);
    put(request, "requestId", requestId);
    put(request, "format", format);
    put(request, "sha256", sha256);
    put(request, "callback", callback);
    if (declared != null) {
      request.set("schema", declared);
    }
    if (size != null) {
      request.put("size", size);
    }
    if (targets != null) {
      targets.forEach(request.withArray("target")::add);
    }
    return request;
  }

  private JsonNode declaredSchema() {
    if (schemaFile == null) {
      return schema == null ? null : JsonNodeFactory.instance.textNode(schema);
    }
    if (schema != null) {
      throw CommandFailure.usage("--schema and --schema-file exclude each other");
    }
    try {
      JsonNode read = new ObjectMapper().readTree(Files.readAllBytes(schemaFile));
      if (read.isObject()) {
        return read;
      }
    } catch (JsonProcessingException e) {
      // told below
    } catch (IOException e) {
      throw CommandFailure.usage("the schema cannot be read: " + schemaFile);
    }
    throw CommandFailure.usage("the schema is no JSON object: " + schemaFile);
  }

  private static void put(ObjectNode request, String field, String value) {
    if (value != null) {
      request.put(field, value);
    }
  }
}
