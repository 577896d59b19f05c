package org.mlanalytics.bench.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What Spark makes of the projects: columns, explosions, and joins; no row twice. */
final class ProjectStep {

  private static final String EVIDENCE_BASE = "https://cdn.example.org/";
  private static final List<String> LOCATION = List.of("externalId", "name", "code");
  private static final String ID = "project_id";

  private ProjectStep() {}

  static Dataset<Row> rows(Dataset<Row> projects) {
    Dataset<Row> rows = exploded(columns(projects));
    return rows.join(counts(rows), ID)
        .join(Places.pivoted(projects, ID, "locations", "", LOCATION), new String[] {ID}, "left")
        .distinct();
  }

  private static Dataset<Row> columns(Dataset<Row> projects) {
    Column title = regexp_replace(col("title"), "\r\n|\n|\r", " ");
    Column description = regexp_replace(col("description"), "\r\n|\n|\r", " ");
    return projects.select(
        col(ID),
        col("project_created_date"),
        col("project_updated_date"),
        col("project_last_sync"),
        when(col("status_of_project").equalTo("submitted"), col("project_updated_date"))
            .as("project_completed_date"),
        col("status_of_project"),
        col("createdBy"),
        col("designation"),
        col("program_id"),
        col("program_externalId"),
        clean(col("programName")).as("program_name"),
        col("solution_id"),
        clean(when(isPresent(col("solutionName")), col("solutionName")).otherwise(title))
            .as("project_title"),
        quoted(title).as("project_title_editable"),
        quoted(description).as("project_description"),
        col("project_duration"),
        clean(col("goal")).as("project_goal"),
        quoted(array_join(col("categories"), ", ")).as("area_of_improvement"),
        when(isPresent(col("template")), "project imported from library")
            .otherwise("user created project")
            .as("project_created_type"),
        coalesce(col("terms"), lit("false")).as("project_terms_and_condition"),
        col("certificate_id"),
        col("certificate_status"),
        when(col("eligible").equalTo("true").and(isPresent(col("certificate_id"))), "Issued")
            .otherwise("")
            .as("certificate_status_customised"),
        col("certificate_issued_on"),
        col("certificate_template_url"),
        col("channel"),
        lit("SHIKSHALOKAM").as("parent_channel"),
        array_join(col("boards"), ",").as("board_name"),
        array_join(array_distinct(col("userTypes")), ",").as("user_type"),
        lit("false").as("project_deleted_flag"),
        lit("false").as("private_program"),
        lit("false").as("task_deleted_flag"),
        lit("false").as("sub_task_deleted_flag"),
        col("evidence_status"),
        col("organisations"),
        col("rows"));
  }

  private static Dataset<Row> exploded(Dataset<Row> projects) {
    return projects
        .withColumn("organisation", explode_outer(col("organisations")))
        .withColumn("row", explode(col("rows")))
        .select(col("*"), col("organisation.*"), col("row.*"))
        .withColumn("tasks", quoted(col("task_name")))
        .withColumn("task_remarks", quoted(col("remarks")))
        .withColumn("task_evidence", evidence(col("evidence"), col("evidence_type")))
        .withColumn("sub_task", quoted(col("sub_task_name")))
        .withColumn("project_evidence", evidence(col("project_file"), col("project_file_type")))
        .withColumn("project_remarks", quoted(col("project_remark")))
        .drop("organisations", "organisation", "rows", "row", "task_name", "remarks")
        .drop("evidence", "evidence_type", "sub_task_name")
        .drop("project_file", "project_file_type", "project_remark");
  }

  private static Dataset<Row> counts(Dataset<Row> rows) {
    return rows.groupBy(ID)
        .agg(
            count_distinct(col("task_id")).as("task_count"),
            count_distinct(col("task_evidence")).as("task_evidence_count"),
            count_distinct(col("project_evidence")).as("project_evidence_count"));
  }

  private static Column evidence(Column value, Column type) {
    return when(type.equalTo("link"), quoted(value)).otherwise(concat(lit(EVIDENCE_BASE), value));
  }

  private static Column clean(Column text) {
    return regexp_replace(text, "[\"\r\n]", "");
  }

  private static Column quoted(Column text) {
    return when(text.equalTo(""), "").otherwise(concat(lit("'"), clean(text), lit("'")));
  }

  private static Column isPresent(Column text) {
    return text.isNotNull().and(text.notEqual(""));
  }
}
