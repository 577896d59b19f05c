package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.data.ProjectGenerator;

/** Documents that break a rule: few among many are put aside, many among few stop the night. */
@Tag("slow")
@Tag("nightly")
class HostileNightIT {

  private static final int GOOD = 2000;
  private static final int PROGRAMS = 3;
  private static final String NEXT_DATE = "2023-07-12";

  @Test
  void badDocumentsArePutAsideOrStopTheNight() throws IOException {
    try (Installation installation = new Installation()) {
      HostileProjects hostile = new HostileProjects(new ObjectId());
      OddProjects odd = new OddProjects(HostileProjects.complete(), new ObjectId());
      Map<Document, String> bad = new HashMap<>(hostile.documents());
      bad.putAll(odd.rejected());
      assertTrue(bad.size() >= 60, "only " + bad.values());
      new ProjectGenerator(5, GOOD, PROGRAMS).insertInto(installation.projects());
      insert(installation.projects(), bad);
      insert(installation.projects(), odd.published());
      FunctionsApi api = installation.suite().api();

      JsonNode diluted = Installation.night(api, "failed-only");

      assertTrue(Night.succeeded(diluted), diluted.toPrettyString());
      assertEquals(byId(bad), putAside(installation));
      Map<String, Integer> published = rows(installation);
      byId(odd.published()).forEach((id, rows) -> assertEquals(rows, published.get(id), id));
      long rows = Night.publication(diluted).at("/counts/written").asLong();
      assertEquals(rows, count(installation));

      installation.projects().deleteMany(new Document());
      insert(installation.projects(), bad);
      api.run(Map.of("function", "gather-programs", "businessDate", NEXT_DATE));
      JsonNode alone = new Night(api, NEXT_DATE).await(Installation.LIMIT);

      JsonNode refused = Night.publication(alone);
      assertEquals("FAILED", refused.path("state").asText(), alone.toPrettyString());
      assertEquals("MLA-4001", refused.at("/error/code").asText(), refused.toPrettyString());
      assertEquals(rows, count(installation));
    }
  }

  /** One by one: together they are more than a message holds. */
  private static void insert(MongoCollection<Document> projects, Map<Document, ?> documents) {
    documents.keySet().forEach(projects::insertOne);
  }

  private static <T> Map<String, T> byId(Map<Document, T> documents) {
    Map<String, T> byId = new HashMap<>();
    documents.forEach((document, value) -> byId.put(id(document), value));
    return byId;
  }

  private static String id(Document document) {
    return document.get("_id") instanceof ObjectId id ? id.toHexString() : "(no text)";
  }

  private static Map<String, String> putAside(Installation installation) {
    Map<String, String> codes = new HashMap<>();
    installation
        .ledger("rejects")
        .find(new Document("class", "malformed"))
        .forEach(reject -> codes.put(reject.getString("sourceId"), reject.getString("code")));
    return codes;
  }

  private static Map<String, Integer> rows(Installation installation) throws IOException {
    Map<String, Integer> rows = new HashMap<>();
    installation
        .sql()
        .rows("SELECT project_id, COUNT(*) AS n FROM \"sl-project\" GROUP BY 1")
        .forEach(
            row -> rows.put((String) row.get("project_id"), ((Number) row.get("n")).intValue()));
    return rows;
  }

  private static long count(Installation installation) throws IOException {
    return installation.sql().number("SELECT COUNT(*) FROM \"sl-project\"");
  }
}
