package org.mlanalytics.files.ingestfile.request;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * Reads requests, by the rules of {@code file-request.v1.schema.json}. Messages name fields only.
 */
public final class RequestReader {

  private static final int MAX_URI = 2048;
  private static final int MAX_TARGETS = 5;
  private static final int MAX_SCHEMA = 1 << 16;
  private static final BigDecimal MAX_SIZE = BigDecimal.valueOf((1L << 53) - 1);
  private static final Set<String> FIELDS =
      Set.of(
          "requestId",
          "uri",
          "format",
          "schema",
          "target",
          "sha256",
          "size",
          "priority",
          "callback");
  private static final Map<String, Pattern> PATTERNS =
      Map.of(
          "requestId", Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}"),
          "format", Pattern.compile("(csv|tsv|jsonl)(\\+(gzip|zstd))?"),
          "schema", Pattern.compile("[a-z0-9][a-z0-9-]{0,63}"),
          "sha256", Pattern.compile("[0-9a-f]{64}"),
          "priority", Pattern.compile("high|normal|low"));

  private static final Pattern CALLBACK = Pattern.compile("https?://");
  private static final String RESERVED = "schema";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private RequestReader() {}

  /**
   * Reads JSON that somebody sent: one value, no name twice in an object.
   *
   * @throws AnalyticsException {@link ErrorCode#FILE_REQUEST}
   */
  public static JsonNode json(byte[] text) {
    try {
      return text == null ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (IOException e) {
      // the parser's message quotes what was sent
      throw new AnalyticsException(ErrorCode.FILE_REQUEST, "what was sent is no JSON");
    }
  }

  /**
   * The request that a JSON value holds.
   *
   * @throws AnalyticsException {@link ErrorCode#FILE_REQUEST}
   */
  public static FileRequest read(JsonNode json) {
    if (json == null || !json.isObject()) {
      throw invalid("the request is no JSON object");
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw invalid("there is a field that no request has");
              }
            });
    if (RESERVED.equals(text(json, "requestId"))) {
      throw invalid("field requestId");
    }
    String priority = text(json, "priority");
    return new FileRequest(
        text(json, "requestId"),
        uri(json),
        text(json, "format"),
        schema(json),
        targets(json),
        text(json, "sha256"),
        size(json),
        priority == null ? Priority.NORMAL : Priority.of(priority),
        callback(json));
  }

  private static String uri(JsonNode json) {
    String uri = address(json, "uri");
    if (uri == null) {
      throw invalid("field uri is missing");
    }
    return uri;
  }

  private static String callback(JsonNode json) {
    String callback = address(json, "callback");
    if (callback != null && !CALLBACK.matcher(callback).lookingAt()) {
      throw invalid("field callback");
    }
    return callback;
  }

  private static String address(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null) {
      return null;
    }
    // the schema counts characters, not UTF-16 units
    if (!value.isTextual()
        || value.textValue().isEmpty()
        || value.textValue().codePoints().count() > MAX_URI) {
      throw invalid("field " + field);
    }
    return value.textValue();
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null) {
      return null;
    }
    if (!value.isTextual() || !PATTERNS.get(field).matcher(value.textValue()).matches()) {
      throw invalid("field " + field);
    }
    return value.textValue();
  }

  private static SchemaChoice schema(JsonNode json) {
    JsonNode value = json.get("schema");
    if (value == null || !value.isObject()) {
      return SchemaChoice.of(text(json, "schema"), null);
    }
    String document = value.toString();
    if (document.length() > MAX_SCHEMA) {
      throw invalid("field schema");
    }
    return SchemaChoice.of(null, document);
  }

  private static Long size(JsonNode json) {
    JsonNode value = json.get("size");
    if (value == null) {
      return null;
    }
    boolean known = value.isIntegralNumber() || Double.isFinite(value.asDouble(Double.NaN));
    BigDecimal number = value.isNumber() && known ? value.decimalValue() : null;
    // 5.0 is an integer to JSON Schema
    if (number == null
        || number.signum() < 0
        || number.compareTo(MAX_SIZE) > 0
        || number.stripTrailingZeros().scale() > 0) {
      throw invalid("field size");
    }
    return number.longValueExact();
  }

  private static List<Target> targets(JsonNode json) {
    JsonNode value = json.get("target");
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.isEmpty() || value.size() > MAX_TARGETS) {
      throw invalid("field target");
    }
    List<Target> targets = new ArrayList<>();
    for (JsonNode item : value) {
      Target target = item.isTextual() ? Target.parse(item.textValue()) : null;
      if (target == null) {
        throw invalid("field target");
      }
      targets.add(target);
    }
    if (new HashSet<>(targets).size() < targets.size()) {
      throw invalid("field target");
    }
    return List.copyOf(targets);
  }

  private static AnalyticsException invalid(String detail) {
    return new AnalyticsException(ErrorCode.FILE_REQUEST, detail);
  }
}
