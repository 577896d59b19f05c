package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.data.ProjectGenerator;

/** Two installations of everything whose clocks are twenty minutes apart, on one ledger. */
@Tag("slow")
@Tag("nightly")
class ClockSkewIT {

  private static final Duration SKEW = Duration.ofMinutes(10);
  private static final int PROJECTS = 240;
  private static final int PROGRAMS = 24;

  @Test
  void nobodyTakesALivingRunForADeadOne() throws IOException {
    try (Installation installation = new Installation()) {
      new ProjectGenerator(9, PROJECTS, PROGRAMS).insertInto(installation.projects());
      Instant start = Instant.now();
      FunctionsApi fast =
          installation.skewed(PackagedFunctions.SUITE, SKEW, Map.of("MLA_INSTANCE", "fast")).api();
      installation.skewed(PackagedFunctions.SUITE, SKEW.negated(), Map.of("MLA_INSTANCE", "slow"));
      installation.awaitReady();

      JsonNode pipeline = Installation.night(fast, "failed-only");

      assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
      assertEquals(1, installation.tasks().size());
      assertEquals(
          Set.of("fast", "slow"),
          installation.ledger("runs").distinct("instance", String.class).into(new TreeSet<>()));
      for (Document run : installation.ledger("runs").find()) {
        assertEquals(0, run.get("takeOvers", Number.class).intValue(), run.toJson());
        assertNear(start, run.getEmbedded(List.of("lease", "until"), Date.class), run);
      }
    }
  }

  /** Leases run by the clock of the ledger's server, which is that of this machine. */
  private static void assertNear(Instant start, Date until, Document run) {
    Duration off = Duration.between(start, until.toInstant()).abs();
    assertTrue(off.compareTo(SKEW.dividedBy(2)) < 0, off + " off: " + run.toJson());
  }
}
