package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.data.ProjectGenerator;

/** Documents that break a rule: few among many are put aside, many among few stop the night. */
@Tag("slow")
class HostileNightIT {

  private static final int GOOD = 2000;
  private static final int PROGRAMS = 3;
  private static final String NEXT_DATE = "2023-07-12";

  @Test
  void badDocumentsArePutAsideOrStopTheNight() throws IOException {
    try (Installation installation = new Installation()) {
      HostileProjects hostile = new HostileProjects(new ObjectId());
      assertTrue(hostile.documents().size() >= 60, "only " + hostile.codes());
      ProjectGenerator good = new ProjectGenerator(5, GOOD, PROGRAMS);
      good.insertInto(installation.projects());
      installation.projects().insertMany(hostile.documents());
      FunctionsApi api = installation.suite().api();

      JsonNode diluted = Installation.night(api, "failed-only");

      assertTrue(Night.succeeded(diluted), diluted.toPrettyString());
      assertEquals(new TreeSet<>(hostile.codes()), new TreeSet<>(codesPutAside(installation)));
      long rows = Night.publication(diluted).at("/counts/written").asLong();
      assertEquals(rows, count(installation));

      installation.projects().deleteMany(new Document());
      installation.projects().insertMany(hostile.documents());
      api.run(Map.of("function", "gather-programs", "businessDate", NEXT_DATE));
      JsonNode alone = new Night(api, NEXT_DATE).await(Installation.LIMIT);

      JsonNode refused = Night.publication(alone);
      assertEquals("FAILED", refused.path("state").asText(), alone.toPrettyString());
      assertEquals("MLA-4001", refused.at("/error/code").asText(), refused.toPrettyString());
      assertEquals(rows, count(installation));
    }
  }

  private static List<String> codesPutAside(Installation installation) {
    return installation
        .ledger("rejects")
        .find(new Document("class", "malformed"))
        .map(d -> d.getString("code"))
        .into(new ArrayList<>());
  }

  private static long count(Installation installation) throws IOException {
    return installation.sql().number("SELECT COUNT(*) FROM \"sl-project\"");
  }
}
