package org.mlanalytics.core.project;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mlanalytics.core.dataset.ProfileColumns;
import org.mlanalytics.core.profile.UserColumns;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.row.Visibility;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;

/**
 * Turns a project into rows of {@code sl-project}. Sunbird ML analytics 6.0.0,
 * pyspark_project_batch. Holds no state: one instance serves any number of threads.
 */
public final class ProjectRules {

  /** The fields of a project that the rules read; nothing else needs to leave the database. */
  public static final List<String> SOURCE_FIELDS =
      List.of(
          "_id",
          "attachments",
          "categories",
          "certificate",
          "createdAt",
          "description",
          "hasAcceptedTAndC",
          "isAPrivateProgram",
          "isDeleted",
          "metaInformation",
          "programExternalId",
          "programId",
          "programInformation",
          "projectTemplateId",
          "remarks",
          "solutionInformation",
          "status",
          "syncedAt",
          "tasks",
          "title",
          "updatedAt",
          "userId",
          "userProfile",
          "userRoleInformation");

  private final ProjectSettings settings;
  private final Evidence evidence;

  /** The rules for one installation. */
  public ProjectRules(ProjectSettings settings) {
    this.settings = Objects.requireNonNull(settings);
    this.evidence = new Evidence(settings.evidenceBaseUrl());
  }

  /**
   * Sends the rows of a project to the sink, all of them or, if the project is not sound, none.
   *
   * <p>Of several things that are wrong, filtered goes before {@code no-program}, and that before
   * malformed.
   *
   * @return {@code Rows}; {@code Filtered} with {@code private} or {@code deleted} unless both
   *     flags are the boolean false; {@code Rejected} as EXCLUDED {@code no-program}, or as
   *     MALFORMED {@code missing:}, {@code wrong-type:} or {@code timestamp:} with the path, or
   *     {@code malformed:bson}
   * @throws IOException as the sink throws it
   */
  public Outcome transform(Value project, RowSink sink) throws IOException {
    RowWriter row = new RowWriter();
    ProjectExpansion expansion;
    List<byte[]> organisations;
    try {
      Optional<Outcome> filtered =
          Visibility.filtered(project.get("isAPrivateProgram"), project.get("isDeleted"));
      if (filtered.isPresent()) {
        return filtered.get();
      }
      Optional<String> programId = ProgramKey.of(project.get("programId"));
      if (programId.isEmpty()) {
        return ProgramKey.excluded();
      }
      new ProjectColumns(project, row).write(programId.get());
      row.put(ProfileColumns.PARENT_CHANNEL, settings.parentChannel());
      UserColumns.write(project.get("userProfile"), row);
      organisations = UserColumns.organisations(project.get("userProfile"), row);
      expansion = new ProjectExpansion(project, evidence);
    } catch (RuleViolation violation) {
      return Outcome.Rejected.malformed(violation);
    }
    expansion.writeCounts(row);
    return new Outcome.Rows(send(expansion, organisations, row, sink));
  }

  private static int send(
      ProjectExpansion expansion, List<byte[]> organisations, RowWriter row, RowSink sink)
      throws IOException {
    int common = row.mark();
    for (ProjectRow projectRow : expansion.rows()) {
      projectRow.writeTo(row);
      int complete = row.mark();
      for (byte[] organisation : organisations) {
        row.splice(organisation).send(sink);
        row.rewind(complete);
      }
      row.rewind(common);
    }
    return Math.multiplyExact(expansion.rows().size(), organisations.size());
  }
}
