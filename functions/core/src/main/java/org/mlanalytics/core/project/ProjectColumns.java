package org.mlanalytics.core.project;

import java.util.StringJoiner;
import org.mlanalytics.core.dataset.SlProject;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;
import org.mlanalytics.core.time.Instants;

/**
 * The columns that are the same in all rows of a project, without those of its user. Sunbird ML
 * analytics 6.0.0, pyspark_project_batch; unlike there, instants are in UTC and no blank is put in
 * front of title and description.
 */
final class ProjectColumns {

  private static final String SUBMITTED = "submitted";

  private final Value project;
  private final RowWriter row;

  ProjectColumns(Value project, RowWriter row) {
    this.project = project;
    this.row = row;
  }

  void write(String programId) {
    row.put(SlProject.PROJECT_ID, project.get("_id").mandatoryText());
    writeDates();
    writeProgram(programId);
    writeTexts();
    writeCertificate(project.get("certificate"));
    row.put(SlProject.PROJECT_CREATED_TYPE, createdType())
        .put(SlProject.CREATED_BY, text("userId"))
        .put(SlProject.DESIGNATION, project.get("userRoleInformation").get("role").text())
        .put(SlProject.PROJECT_TERMS_AND_CONDITION, termsAccepted())
        .put(SlProject.PROJECT_DELETED_FLAG, "false")
        .put(SlProject.TASK_DELETED_FLAG, "false")
        .put(SlProject.SUB_TASK_DELETED_FLAG, "false");
  }

  private void writeDates() {
    String updated = Instants.format(project.get("updatedAt").timestamp());
    String status = text("status");
    row.put(SlProject.PROJECT_UPDATED_DATE, updated)
        .put(SlProject.PROJECT_COMPLETED_DATE, SUBMITTED.equals(status) ? updated : null)
        .put(SlProject.STATUS_OF_PROJECT, status)
        .put(SlProject.PROJECT_CREATED_DATE, text("createdAt"))
        .put(SlProject.PROJECT_LAST_SYNC, text("syncedAt"));
  }

  private void writeProgram(String programId) {
    String name = project.get("programInformation").get("name").text();
    row.put(SlProject.PROGRAM_ID, programId)
        .put(SlProject.PROGRAM_EXTERNAL_ID, text("programExternalId"))
        .put(SlProject.PROGRAM_NAME, Texts.clean(name))
        .put(SlProject.PRIVATE_PROGRAM, "false");
  }

  private void writeTexts() {
    Value solution = project.get("solutionInformation");
    Value meta = project.get("metaInformation");
    String title = Texts.spaced(text("title"));
    String solutionName = solution.get("name").text();
    row.put(SlProject.SOLUTION_ID, solution.get("_id").text())
        .put(
            SlProject.PROJECT_TITLE,
            Texts.clean(Texts.isPresent(solutionName) ? solutionName : title))
        .put(SlProject.PROJECT_TITLE_EDITABLE, Texts.quoted(title))
        .put(SlProject.PROJECT_DESCRIPTION, Texts.quoted(Texts.spaced(text("description"))))
        .put(SlProject.PROJECT_DURATION, meta.get("duration").text())
        .put(SlProject.PROJECT_GOAL, Texts.clean(meta.get("goal").text()))
        .put(SlProject.AREA_OF_IMPROVEMENT, areaOfImprovement());
  }

  private void writeCertificate(Value certificate) {
    String id = certificate.get("osid").text();
    boolean eligible = Boolean.TRUE.equals(certificate.get("eligible").flag());
    row.put(SlProject.CERTIFICATE_ID, id)
        .put(SlProject.CERTIFICATE_STATUS, certificate.get("status").text())
        .put(
            SlProject.CERTIFICATE_STATUS_CUSTOMISED,
            eligible && Texts.isPresent(id) ? "Issued" : "")
        .put(SlProject.CERTIFICATE_ISSUED_ON, certificate.get("issuedOn").text())
        .put(SlProject.CERTIFICATE_TEMPLATE_URL, certificate.get("templateUrl").text());
  }

  private String createdType() {
    return Texts.isPresent(text("projectTemplateId"))
        ? "project imported from library"
        : "user created project";
  }

  private String termsAccepted() {
    return Texts.flag(project.get("hasAcceptedTAndC").flag(), "false");
  }

  private String areaOfImprovement() {
    StringJoiner names = new StringJoiner(", ");
    for (Value category : project.get("categories").elements()) {
      String name = category.get("name").text();
      if (name != null) {
        names.add(name);
      }
    }
    return Texts.quoted(names.toString());
  }

  private String text(String field) {
    return project.get(field).text();
  }
}
