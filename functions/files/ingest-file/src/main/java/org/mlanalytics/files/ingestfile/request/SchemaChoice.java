package org.mlanalytics.files.ingestfile.request;

/** By which schema a request wants its file checked. */
public sealed interface SchemaChoice {

  /**
   * A declared schema.
   *
   * @param name of it
   */
  record Named(String name) implements SchemaChoice {}

  /**
   * A schema that the request brings.
   *
   * @param document JSON
   */
  record Inline(String document) implements SchemaChoice {}

  /** The name of a declared schema, or null. */
  static String name(SchemaChoice choice) {
    return choice instanceof Named named ? named.name() : null;
  }

  /** The document that a request brings, or null. */
  static String document(SchemaChoice choice) {
    return choice instanceof Inline inline ? inline.document() : null;
  }

  /** The choice that is kept as a name or a document; null for neither. */
  static SchemaChoice of(String name, String document) {
    if (document != null) {
      return new Inline(document);
    }
    return name == null ? null : new Named(name);
  }
}
