package org.mlanalytics.core.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A dataset, described once. The Druid ingestion specification, the check of what is written and
 * the documentation are derived from this description.
 *
 * @param name the datasource, such as {@code sl-project}
 * @param description one sentence: what a row is
 * @param fileName the name of its files, with {@code {scope}} where a file holds one scope
 * @param columns all columns in order, published and landed
 * @param timeColumn the column of Druid's timestamp: a published text that holds an ISO 8601
 *     instant in UTC in every row
 * @param segmentGranularity the span of one segment, {@link Granularity#ALL} if the whole history
 *     is replaced at once
 * @param queryGranularity the span to which timestamps are cut; there is no roll-up
 */
public record Dataset(
    String name,
    String description,
    String fileName,
    List<Column> columns,
    Column timeColumn,
    Granularity segmentGranularity,
    Granularity queryGranularity) {

  /** Checks that column names are unique and that the time column is one of them. */
  public Dataset {
    columns = List.copyOf(columns);
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(name + ": two columns " + column.name());
      }
    }
    if (!columns.contains(timeColumn)
        || timeColumn.role() != ColumnRole.PUBLISHED
        || timeColumn.type() != ColumnType.TEXT) {
      throw new IllegalArgumentException(name + ": the time column is no published text of it");
    }
  }

  /** The dataset in segments of another span. */
  public Dataset inSegmentsOf(Granularity span) {
    return new Dataset(name, description, fileName, columns, timeColumn, span, queryGranularity);
  }

  /** The columns of one role, in order. */
  public List<Column> columns(ColumnRole role) {
    return columns.stream().filter(column -> column.role() == role).toList();
  }

  /** The column of that name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The file name of one scope, such as {@code sl_projects_<program id>.json}. */
  public String fileName(String scope) {
    return fileName.replace("{scope}", scope);
  }
}
