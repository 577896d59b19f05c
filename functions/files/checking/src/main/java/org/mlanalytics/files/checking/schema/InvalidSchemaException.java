package org.mlanalytics.files.checking.schema;

/** A schema document that is none. The message says where and why. */
public final class InvalidSchemaException extends IllegalArgumentException {

  public InvalidSchemaException(String path, String problem) {
    super(path.isEmpty() ? problem : path + ": " + problem);
  }
}
