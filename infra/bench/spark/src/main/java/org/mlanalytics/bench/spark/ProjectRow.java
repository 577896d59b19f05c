package org.mlanalytics.bench.spark;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.bson.Document;

/** A project as the driver hands it to Spark: texts, and lists that Spark explodes or joins. */
final class ProjectRow {

  /** Columns that are a text of the document, and its path. */
  private static final List<Map.Entry<String, String>> TEXTS =
      List.of(
          Map.entry("project_id", "_id"),
          Map.entry("project_created_date", "createdAt"),
          Map.entry("project_updated_date", "updatedAt"),
          Map.entry("project_last_sync", "syncedAt"),
          Map.entry("status_of_project", "status"),
          Map.entry("createdBy", "userId"),
          Map.entry("designation", "userRoleInformation.role"),
          Map.entry("program_id", "programId"),
          Map.entry("program_externalId", "programExternalId"),
          Map.entry("programName", "programInformation.name"),
          Map.entry("solution_id", "solutionInformation._id"),
          Map.entry("solutionName", "solutionInformation.name"),
          Map.entry("title", "title"),
          Map.entry("description", "description"),
          Map.entry("project_duration", "metaInformation.duration"),
          Map.entry("goal", "metaInformation.goal"),
          Map.entry("template", "projectTemplateId"),
          Map.entry("terms", "hasAcceptedTAndC"),
          Map.entry("certificate_id", "certificate.osid"),
          Map.entry("certificate_status", "certificate.status"),
          Map.entry("eligible", "certificate.eligible"),
          Map.entry("certificate_issued_on", "certificate.issuedOn"),
          Map.entry("certificate_template_url", "certificate.templateUrl"),
          Map.entry("channel", "userProfile.rootOrgId"));

  private static final String LISTS =
      ", categories array<string>, "
          + ProfileLists.DDL
          + ", evidence_status boolean, rows "
          + TaskRows.DDL;

  static final StructType SCHEMA =
      StructType.fromDDL(
          TEXTS.stream().map(text -> text.getKey() + " string").collect(Collectors.joining(", "))
              + LISTS);

  private ProjectRow() {}

  static Row of(Document project) {
    Object[] row = new Object[SCHEMA.size()];
    int at = 0;
    for (Map.Entry<String, String> text : TEXTS) {
      row[at++] = Fields.text(project, text.getValue());
    }
    TaskRows tasks = new TaskRows(project);
    row[at++] = ProfileLists.texts(Fields.documents(project, "categories"), "name");
    for (Object list : ProfileLists.of(project)) {
      row[at++] = list;
    }
    row[at++] = tasks.evidence();
    row[at] = tasks.rows().toArray();
    return RowFactory.create(row);
  }
}
