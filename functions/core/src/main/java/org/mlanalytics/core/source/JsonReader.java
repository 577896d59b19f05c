package org.mlanalytics.core.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON document (RFC 8259) into nodes; what is none is refused by a code. */
final class JsonReader {

  /** How deep documents and lists may lie in each other; the outermost document counts. */
  static final int MAX_DEPTH = 256;

  // Names are not kept in a table: they are ids of questions, different in every document. Numbers
  // stay text, so that their length costs nothing; the size of a message is its sender's limit.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static JsonNode document(byte[] bytes, int offset, int length) {
    CharBuffer text = decoded(bytes, offset, length);
    try (JsonParser parser = FACTORY.createParser(text.array(), 0, text.length())) {
      return new JsonReader(parser).document();
    } catch (JsonProcessingException refused) {
      throw RuleViolation.notJson(detail(refused.getLocation()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Not the parser's own message, which quotes the document. */
  private static String detail(JsonLocation location) {
    // Whatever exceeds a limit has no location, and depth is the only limit.
    return location == null
        ? "deeper than " + MAX_DEPTH
        : "no JSON near character " + location.getCharOffset();
  }

  private static CharBuffer decoded(byte[] bytes, int offset, int length) {
    ByteBuffer source = ByteBuffer.wrap(bytes, offset, length);
    try {
      // A new decoder reports bytes that are no UTF-8.
      return StandardCharsets.UTF_8.newDecoder().decode(source);
    } catch (CharacterCodingException e) {
      throw RuleViolation.notUtf8("no UTF-8 near byte " + (source.position() - offset));
    }
  }

  private JsonNode document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw RuleViolation.notJson((first == null ? "nothing" : first) + " where a document is due");
    }
    JsonNode document = node();
    if (parser.nextToken() != null) {
      throw RuleViolation.notJson("more than one document");
    }
    return document;
  }

  private JsonNode node() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields();
      case START_ARRAY -> items();
      case VALUE_STRING -> new JsonNode(ValueType.TEXT, parser.getText());
      case VALUE_NUMBER_INT -> new JsonNode(ValueType.INTEGER, parser.getText());
      case VALUE_NUMBER_FLOAT -> new JsonNode(ValueType.NUMBER, parser.getText());
      case VALUE_TRUE -> JsonNode.TRUE;
      case VALUE_FALSE -> JsonNode.FALSE;
      case VALUE_NULL -> JsonNode.NULL;
      default -> throw new IllegalStateException("no value: " + parser.currentToken());
    };
  }

  private JsonNode fields() throws IOException {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      fields.putIfAbsent(name, node());
    }
    return new JsonNode(ValueType.DOCUMENT, fields);
  }

  private JsonNode items() throws IOException {
    List<JsonNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new JsonNode(ValueType.LIST, items);
  }
}
