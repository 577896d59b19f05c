package org.mlanalytics.bench.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Lists of places, pivoted into columns by their types. */
final class Places {

  private static final List<String> TYPES =
      List.of("state", "district", "block", "cluster", "school");

  private Places() {}

  /**
   * A row for each id that has a place.
   *
   * @param list column of structs with the type and the fields
   * @param prefix what the types begin with
   * @param fields three fields, each a column of every type
   */
  static Dataset<Row> pivoted(
      Dataset<Row> rows, String id, String list, String prefix, List<String> fields) {
    Column[] rest =
        fields.stream().skip(1).map(field -> first(field).as(field)).toArray(Column[]::new);
    List<Object> types = TYPES.stream().<Object>map(type -> prefix + type).toList();
    return rows.select(col(id), explode(col(list)).as("place"))
        .select(col(id), col("place.*"))
        .groupBy(id)
        .pivot("type", types)
        .agg(first(fields.get(0)).as(fields.get(0)), rest);
  }
}
