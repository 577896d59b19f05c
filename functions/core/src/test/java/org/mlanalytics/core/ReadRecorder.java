package org.mlanalytics.core;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.source.ValueType;

/** A value that notes which paths are asked for. */
public record ReadRecorder(Value value, Set<String> paths) implements Value {

  public ReadRecorder {
    if (!value.path().isEmpty()) {
      paths.add(value.path());
    }
  }

  @Override
  public ValueType type() {
    return value.type();
  }

  @Override
  public Value get(String field) {
    return new ReadRecorder(value.get(field), paths);
  }

  @Override
  public Iterable<Value> elements() {
    List<Value> elements = new ArrayList<>();
    value.elements().forEach(element -> elements.add(new ReadRecorder(element, paths)));
    return elements;
  }

  @Override
  public Iterable<Field> fields() {
    List<Field> fields = new ArrayList<>();
    value
        .fields()
        .forEach(f -> fields.add(new Field(f.name(), new ReadRecorder(f.value(), paths))));
    return fields;
  }

  @Override
  public String text() {
    return value.text();
  }

  @Override
  public Boolean flag() {
    return value.flag();
  }

  @Override
  public OptionalLong instant() {
    return value.instant();
  }

  @Override
  public String path() {
    return value.path();
  }

  @Override
  public String location() {
    return value.location();
  }
}
