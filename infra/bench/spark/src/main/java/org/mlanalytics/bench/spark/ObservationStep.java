package org.mlanalytics.bench.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What Spark makes of the submissions: joins, columns, and an explosion; no row twice. */
final class ObservationStep {

  static final String OBSERVED = "observed_";

  private static final String ID = "submission_id";
  private static final List<String> LOCATION = List.of("externalId", "name", "code");
  private static final List<String> PLACE = List.of("name", "id", "code");

  private ObservationStep() {}

  /**
   * The rows; a submission of an unknown solution or program has none.
   *
   * @param solutions with {@code solution_id} and {@code solution_name}
   * @param programs with {@code program_id} and {@code program_name}
   */
  static Dataset<Row> rows(
      Dataset<Row> submissions, Dataset<Row> solutions, Dataset<Row> programs) {
    return columns(submissions)
        .join(solutions, "solution_id")
        .join(programs, "program_id")
        .join(Places.pivoted(submissions, ID, "locations", "", LOCATION), new String[] {ID}, "left")
        .join(
            Places.pivoted(submissions, ID, "observed", OBSERVED, PLACE), new String[] {ID}, "left")
        .distinct();
  }

  private static Dataset<Row> columns(Dataset<Row> submissions) {
    Column rubric = col("isRubricDriven").equalTo("true");
    Column[] more = {
      when(col("appName").isNotNull().and(col("appName").notEqual("")), lower(col("appName")))
          .otherwise("sunbird-app")
          .as("app_name"),
      lit("false").as("private_program"),
      when(rubric.and(col("criteriaLevelReport").equalTo("true")), "observation_with_rubric")
          .when(
              rubric.and(col("criteriaLevelReport").equalTo("false")),
              "observation_with_rubric_no_criteria_level_report")
          .otherwise("observation_with_out_rubric")
          .as("solution_type"),
      notApplicable().as("ecm_marked_na"),
      lit("SHIKSHALOKAM").as("parent_channel"),
      array_join(col("boards"), ",").as("board_name"),
      array_join(array_distinct(col("userTypes")), ",").as("user_type"),
      col("themes"),
      col("criteria"),
      explode_outer(col("organisations")).as("organisation")
    };
    Stream<Column> texts = ObservationRow.TEXTS.keySet().stream().map(name -> col(name));
    return submissions
        .select(Stream.concat(texts, Stream.of(more)).toArray(Column[]::new))
        .select(col("*"), col("organisation.*"))
        .drop("organisation");
  }

  private static Column notApplicable() {
    Column marked = filter(col("evidences"), e -> e.getField("na").equalTo("true"));
    return array_join(transform(marked, e -> concat(e.getField("name"), lit(";"))), "");
  }
}
