package org.mlanalytics.bench.spark;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bson.Document;

/** What of a user's profile Spark joins or explodes. */
final class ProfileLists {

  static final String DDL =
      "boards array<string>, userTypes array<string>,"
          + " organisations array<struct<organisation_id: string, organisation_name: string>>,"
          + " locations array<struct<type: string, externalId: string, name: string, code: string>>";

  private ProfileLists() {}

  /** The values of these columns. */
  static List<Object> of(Document owner) {
    Document profile = owner.get("userProfile", Document.class);
    Document framework = profile == null ? null : profile.get("framework", Document.class);
    return List.of(
        Fields.texts(framework, "board").toArray(),
        texts(Fields.documents(profile, "profileUserTypes"), "type"),
        Fields.documents(profile, "organisations").stream()
            .filter(organisation -> Boolean.FALSE.equals(organisation.getBoolean("isSchool")))
            .map(organisation -> row(organisation, "organisationId", "orgName"))
            .toArray(),
        Fields.documents(profile, "userLocations").stream()
            .map(location -> row(location, "type", "id", "name", "code"))
            .toArray());
  }

  static Object[] texts(List<Document> documents, String field) {
    return documents.stream().map(document -> Fields.text(document, field)).toArray();
  }

  static Row row(Document document, String... fields) {
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = Fields.text(document, fields[i]);
    }
    return RowFactory.create(values);
  }
}
