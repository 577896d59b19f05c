package org.mlanalytics.core.source;

/** A field that is not there; it keeps its place, so that a rule can name what it missed. */
final class MissingValue extends AbstractValue {

  MissingValue(AbstractValue parent, String name) {
    super(parent, name, -1);
  }

  @Override
  public ValueType type() {
    return ValueType.MISSING;
  }

  @Override
  Value field(String field) {
    throw nothingHere();
  }

  @Override
  Iterable<Value> items() {
    throw nothingHere();
  }

  @Override
  Iterable<Field> entries() {
    throw nothingHere();
  }

  @Override
  String scalar() {
    throw nothingHere();
  }

  @Override
  boolean truth() {
    throw nothingHere();
  }

  @Override
  long millis() {
    throw nothingHere();
  }

  private static IllegalStateException nothingHere() {
    return new IllegalStateException("a missing value has no content");
  }
}
