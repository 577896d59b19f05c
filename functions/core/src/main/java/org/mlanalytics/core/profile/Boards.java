package org.mlanalytics.core.profile;

import java.util.StringJoiner;
import org.mlanalytics.core.source.Value;

/** The school boards of a user. */
public final class Boards {

  private Boards() {}

  /**
   * {@code framework.board} joined by commas, nulls left out: {@code ""} for an empty list, null if
   * there is no list.
   *
   * @param userProfile may be missing
   */
  public static String joined(Value userProfile) {
    Value boards = userProfile.get("framework").get("board");
    if (boards.isAbsent()) {
      return null;
    }
    StringJoiner joined = new StringJoiner(",");
    for (Value board : boards.elements()) {
      if (!board.isAbsent()) {
        joined.add(board.text());
      }
    }
    return joined.toString();
  }
}
