package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.local.Await;

/**
 * A process that nobody has asked for anything connects to no server, unless Kafka is its trigger,
 * and has no scheduler, unless it has a schedule. One function of each make: with nights, with an
 * extraction, with a snapshot, with Druid and without Kafka as a trigger.
 */
class IdleFunctionsIT {

  private static final String SCHEDULER = "quarkus-scheduler";

  private CountedConnections mongo;
  private CountedConnections kafka;
  private CountedConnections druid;

  @BeforeEach
  void listen() throws IOException {
    mongo = new CountedConnections();
    kafka = new CountedConnections();
    druid = new CountedConnections();
  }

  @AfterEach
  void hangUp() throws IOException {
    mongo.close();
    kafka.close();
    druid.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gather-programs", "extract-projects", "project-status", "settle-publications"})
  void byHttpOnlyNothingConnectsAndNothingIsScheduled(String name) throws IOException {
    try (LoneFunction function = start(name, LoneFunction.BY_HTTP_ONLY)) {
      List<String> threads = function.threads();
      function.stop();

      assertTrue(threads.contains("main"), threads::toString);
      assertFalse(threads.stream().anyMatch(t -> t.startsWith(SCHEDULER)), threads::toString);
      assertEquals(0, mongo.count() + kafka.count() + druid.count());
    }
  }

  @Test
  void withItsTriggersItLooksForThem() throws IOException {
    try (LoneFunction function =
        start("gather-programs", Map.of("MLA_GATHER_PROGRAMS_CRON", "0 0 0 1 1 ?"))) {
      List<String> threads = function.threads();
      Await.until("a look for the broker", Installation.LIMIT, () -> kafka.count() > 0);
      function.stop();

      assertTrue(threads.stream().anyMatch(t -> t.startsWith(SCHEDULER)), threads::toString);
      assertEquals(0, druid.count());
    }
  }

  private LoneFunction start(String name, Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("MONGODB_URI", "mongodb://" + mongo.address());
    all.put("KAFKA_BOOTSTRAP_SERVERS", kafka.address());
    all.put("DRUID_URL", "http://" + druid.address());
    return new LoneFunction(name, all);
  }
}
