package org.mlanalytics.core.source;

import java.util.Arrays;

/**
 * Finds fields of BSON documents at one depth. What was read of the document that was asked last is
 * kept: rules ask a document for many fields, and reading a length costs more than a look at a
 * name.
 */
final class BsonFields {

  /** Found nowhere. */
  static final int NONE = -1;

  private static final int FIRST_SIZE = 32;

  private final BsonReader reader;
  private BsonFields inner;
  private int document = NONE;
  private BsonElements rest;

  /** Of each element that was read, where its name is and where its value. */
  private int[] offsets;

  private int end;

  BsonFields(BsonReader reader) {
    this.reader = reader;
  }

  BsonReader reader() {
    return reader;
  }

  /** Those of the documents that lie in these. */
  BsonFields inner() {
    if (inner == null) {
      inner = new BsonFields(reader);
    }
    return inner;
  }

  /**
   * Finds the first field of a name.
   *
   * @return what {@link #tag} and {@link #valueOffset} tell of until another document is asked, or
   *     {@link #NONE}
   */
  int find(int documentOffset, String name) {
    if (document != documentOffset) {
      begin(documentOffset);
    }
    for (int i = 0; i < end; i += 2) {
      if (reader.isCString(offsets[i], offsets[i + 1] - 1, name)) {
        return i;
      }
    }
    return findFurther(name);
  }

  int tag(int found) {
    return reader.unsigned(offsets[found] - 1);
  }

  int valueOffset(int found) {
    return offsets[found + 1];
  }

  private void begin(int documentOffset) {
    rest = new BsonElements(reader, documentOffset);
    document = documentOffset;
    end = 0;
  }

  private int findFurther(String name) {
    while (rest.next()) {
      int found = end;
      keep();
      if (rest.isNamed(name)) {
        return found;
      }
    }
    return NONE;
  }

  private void keep() {
    if (offsets == null) {
      offsets = new int[FIRST_SIZE];
    } else if (end == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * end);
    }
    offsets[end++] = rest.nameOffset();
    offsets[end++] = rest.valueOffset();
  }
}
