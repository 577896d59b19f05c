package org.mlanalytics.files.checking.schema;

import java.util.List;

/**
 * Groups that are counted while a file is checked.
 *
 * @param groupBy names of columns; rows with the same values in them form a group
 * @param value the name of the column whose smallest and largest values are kept
 */
public record Aggregation(List<String> groupBy, String value) {

  public Aggregation {
    groupBy = List.copyOf(groupBy);
  }
}
