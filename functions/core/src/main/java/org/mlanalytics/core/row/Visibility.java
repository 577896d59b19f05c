package org.mlanalytics.core.row;

import java.util.Optional;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.source.ValueType;

/** Which documents are never published by a batch step. Sunbird ML analytics 6.0.0. */
public final class Visibility {

  private Visibility() {}

  /**
   * Filters as a query for {@code {flag: false}} does: a flag that is missing or of another type is
   * not an error, but its document is not published.
   *
   * @return {@code Filtered} with {@code private} or {@code deleted} unless both flags are the
   *     boolean false
   */
  public static Optional<Outcome> filtered(Value isPrivate, Value isDeleted) {
    if (!isFalse(isPrivate)) {
      return Optional.of(new Outcome.Filtered("private"));
    }
    if (!isFalse(isDeleted)) {
      return Optional.of(new Outcome.Filtered("deleted"));
    }
    return Optional.empty();
  }

  private static boolean isFalse(Value flag) {
    return flag.type() == ValueType.BOOLEAN && !flag.flag();
  }
}
