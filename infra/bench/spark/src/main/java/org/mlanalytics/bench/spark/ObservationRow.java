package org.mlanalytics.bench.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.bson.Document;

/** A submission as the driver hands it to Spark: texts, and lists that Spark explodes or joins. */
final class ObservationRow {

  /** Columns that are a text of the document, and its path. */
  static final Map<String, String> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put("submission_id", "_id");
    TEXTS.put("status", "status");
    TEXTS.put("updatedAt", "updatedAt");
    TEXTS.put("completedDate", "completedDate");
    TEXTS.put("user_id", "createdBy");
    TEXTS.put("role_title", "userRoleInformation.role");
    TEXTS.put("program_id", "programId");
    TEXTS.put("program_externalId", "programExternalId");
    TEXTS.put("solution_id", "solutionId");
    TEXTS.put("solution_externalId", "solutionExternalId");
    TEXTS.put("isRubricDriven", "isRubricDriven");
    TEXTS.put("criteriaLevelReport", "criteriaLevelReport");
    TEXTS.put("entity_id", "entityId");
    TEXTS.put("entity_externalId", "entityExternalId");
    TEXTS.put("entity_type", "entityType");
    TEXTS.put("entity_name", "entityInformation.name");
    TEXTS.put("channel", "userProfile.rootOrgId");
  }

  static final StructType SCHEMA =
      StructType.fromDDL(
          TEXTS.keySet().stream().map(name -> name + " string").collect(Collectors.joining(", "))
              + ", appName string, "
              + ProfileLists.DDL
              + ", evidences array<struct<name: string, na: string>>,"
              + " observed array<struct<type: string, name: string, id: string, code: string>>,"
              + " themes array<struct<name: string, pointsBasedLevel: string, externalId: string,"
              + " criteria: array<struct<criteriaId: string>>>>,"
              + " criteria array<struct<name: string, score: string, parentCriteriaId: string,"
              + " _id: string>>");

  private ObservationRow() {}

  static Row of(Document submission) {
    List<Object> row = new ArrayList<>();
    TEXTS.values().forEach(path -> row.add(Fields.text(submission, path)));
    row.add(Fields.text(submission, "appInformation.appName"));
    row.addAll(ProfileLists.of(submission));
    row.add(rows(submission, "evidencesStatus", "name", "notApplicable"));
    row.add(observed(submission));
    row.add(themes(submission));
    row.add(rows(submission, "criteria", "name", "score", "parentCriteriaId", "_id"));
    return RowFactory.create(row.toArray());
  }

  private static Object[] rows(Document owner, String list, String... fields) {
    return owner.containsKey(list)
        ? Fields.documents(owner, list).stream()
            .map(document -> ProfileLists.row(document, fields))
            .toArray()
        : null;
  }

  /** The entity's own place, and what its hierarchy puts there or elsewhere. */
  private static Object[] observed(Document submission) {
    Document entity = submission.get("entityInformation", Document.class);
    Map<String, Row> places = new LinkedHashMap<>();
    Document registry = entity.get("registryDetails", new Document());
    add(
        places,
        submission.getString("entityType"),
        entity.getString("name"),
        registry.isEmpty() ? "" : registry.getString("locationId"),
        registry.isEmpty() ? "" : registry.getString("code"));
    for (Document place : Fields.documents(entity, "hierarchy")) {
      add(
          places,
          place.getString("type"),
          place.getString("name"),
          place.getString("id"),
          place.getString("code"));
    }
    return places.values().toArray();
  }

  private static void add(
      Map<String, Row> places, String type, String name, String id, String code) {
    places.put(type, RowFactory.create(ObservationStep.OBSERVED + type, name, id, code));
  }

  private static Object[] themes(Document submission) {
    return submission.containsKey("themes")
        ? Fields.documents(submission, "themes").stream().map(ObservationRow::theme).toArray()
        : null;
  }

  private static Row theme(Document theme) {
    Set<String> ids = new LinkedHashSet<>();
    addCriteria(theme, ids);
    return RowFactory.create(
        theme.getString("name"),
        theme.getString("pointsBasedLevel"),
        theme.getString("externalId"),
        ids.isEmpty() ? null : ids.stream().map(RowFactory::create).toArray());
  }

  private static void addCriteria(Document theme, Set<String> ids) {
    Fields.documents(theme, "criteria").forEach(c -> ids.add(Fields.text(c, "criteriaId")));
    Fields.documents(theme, "children").forEach(child -> addCriteria(child, ids));
  }
}
