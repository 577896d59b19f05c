package org.mlanalytics.core.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.dataset.Column;

/**
 * Which rows count: those in which all columns have these values.
 *
 * @param terms none: all rows
 */
public record Condition(List<Term> terms) {

  /** Every row. */
  public static final Condition ALWAYS = new Condition(List.of());

  /** One column has one value. */
  public record Term(Column column, String value) {}

  /** This condition and one more. */
  public Condition and(Column column, String value) {
    List<Term> all = new ArrayList<>(terms);
    all.add(new Term(column, value));
    return new Condition(List.copyOf(all));
  }

  boolean holds(LandedRow row) {
    for (Term term : terms) {
      if (!term.value().equals(row.text(term.column()))) {
        return false;
      }
    }
    return true;
  }
}
