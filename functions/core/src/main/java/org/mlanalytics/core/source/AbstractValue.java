package org.mlanalytics.core.source;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.OptionalLong;
import org.mlanalytics.core.time.Instants;

/**
 * The coercion rules and the place of a value, the same for every encoding. An encoding adds how
 * its own types are read.
 */
abstract class AbstractValue implements Value {

  private final AbstractValue parent;
  private final String name;
  private final int index;

  /** The document itself. */
  AbstractValue() {
    this(null, null, -1);
  }

  /** A field of a document if there is a name, else an element of a list. */
  AbstractValue(AbstractValue parent, String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /** The named field; called for documents only. */
  abstract Value field(String field);

  /** The elements; called for lists only. */
  abstract Iterable<Value> items();

  /** The fields; called for documents only. */
  abstract Iterable<Field> entries();

  /** The text form; called for texts, numbers and ids only. */
  abstract String scalar();

  /** Called for booleans only. */
  abstract boolean truth();

  /** Milliseconds since 1970; called for instants only. */
  abstract long millis();

  @Override
  public final Value get(String field) {
    return switch (type()) {
      case DOCUMENT -> field(field);
      case MISSING, NULL -> new MissingValue(this, field);
      default -> throw RuleViolation.wrongType(this, "a document");
    };
  }

  @Override
  public final Iterable<Value> elements() {
    return switch (type()) {
      case LIST -> items();
      case MISSING, NULL -> Collections.emptyList();
      default -> throw RuleViolation.wrongType(this, "a list");
    };
  }

  @Override
  public final Iterable<Field> fields() {
    return switch (type()) {
      case DOCUMENT -> entries();
      case MISSING, NULL -> Collections.emptyList();
      default -> throw RuleViolation.wrongType(this, "a document");
    };
  }

  @Override
  public final String text() {
    return switch (type()) {
      case TEXT, INTEGER, NUMBER, ID -> scalar();
      case INSTANT -> Instants.format(millis());
      case MISSING, NULL -> null;
      default -> throw RuleViolation.wrongType(this, "text");
    };
  }

  @Override
  public final Boolean flag() {
    return switch (type()) {
      case BOOLEAN -> truth();
      case MISSING, NULL -> null;
      default -> throw RuleViolation.wrongType(this, "a boolean");
    };
  }

  @Override
  public final OptionalLong instant() {
    return switch (type()) {
      case INSTANT -> OptionalLong.of(millis());
      case TEXT -> {
        OptionalLong parsed = Instants.parse(scalar());
        if (parsed.isEmpty()) {
          throw RuleViolation.timestamp(this);
        }
        yield parsed;
      }
      case MISSING, NULL -> OptionalLong.empty();
      default -> throw RuleViolation.wrongType(this, "an instant");
    };
  }

  @Override
  public final String path() {
    return place(false);
  }

  @Override
  public final String location() {
    return place(true);
  }

  private String place(boolean withIndexes) {
    Deque<AbstractValue> steps = new ArrayDeque<>();
    for (AbstractValue step = this; step.parent != null; step = step.parent) {
      steps.push(step);
    }
    StringBuilder place = new StringBuilder();
    for (AbstractValue step : steps) {
      if (step.name == null) {
        place.append('[').append(withIndexes ? String.valueOf(step.index) : "").append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.name);
      }
    }
    return place.toString();
  }

  @Override
  public final String toString() {
    return type() + " at " + location();
  }
}
