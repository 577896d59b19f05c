package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nights that would lose much of what is published. */
class GuardIT {

  @RegisterExtension static final PublishedNight night = new PublishedNight();

  private static final String ROWS_IF_ANY =
      "SELECT segment_id FROM sys.segments WHERE datasource = 'sl-project' AND is_active = 1"
          + " AND num_rows > 0";

  @Test
  void aNightOfHalfTheRowsIsRefusedUnlessForced() throws IOException {
    night
        .installation
        .projects()
        .deleteMany(Filters.eq("programId", new ObjectId("64a000000000000000000001")));

    night.gather(night.d2, "failed-only");
    PublishedNight.assertFailed("MLA-5001", night.ended(night.d2));
    night.assertUnchanged();

    night.publish(night.d2, "force");
    PublishedNight.assertSucceeded(night.ended(night.d2));
    assertEquals(6, night.installation.rows().size());
  }

  @Test
  void aNightWithoutARowIsRefusedUnlessForced() throws IOException {
    night
        .installation
        .projects()
        .updateMany(Filters.empty(), Updates.set("updatedAt", "no instant of any time"));

    night.gather(night.d2, "failed-only");
    PublishedNight.assertFailed("MLA-5002", night.ended(night.d2));
    night.assertUnchanged();

    night.publish(night.d2, "force");
    JsonNode forced = night.ended(night.d2);
    assertEquals("SUCCEEDED", forced.path("state").asText(), forced.toPrettyString());
    assertEquals(0, forced.at("/counts/published").asInt());
    assertEquals(List.of(), night.installation.sql().rows(ROWS_IF_ANY));
  }

  @Test
  void anEmptySourcePublishesNothing() throws IOException {
    night.installation.projects().deleteMany(Filters.empty());

    JsonNode opened = night.gather(night.d2, "failed-only").body();

    assertEquals("SUCCEEDED", opened.at("/run/state").asText());
    assertEquals(0, new Night(night.api, night.d2).pipeline().path("expected").asInt());
    night.settle();
    assertTrue(Night.publication(new Night(night.api, night.d2).pipeline()).isMissingNode());
    night.assertUnchanged();
  }
}
