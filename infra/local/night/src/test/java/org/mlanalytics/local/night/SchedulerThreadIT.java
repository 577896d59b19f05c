package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.local.Ports;

/** The scheduler's thread wakes every second: only a process with a schedule has one. */
class SchedulerThreadIT {

  private static final String SCHEDULER = "quarkus-scheduler";

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("org.mlanalytics.local.night.PackagedFunctions#batch")
  void withoutAScheduleThereIsNone(String name) throws IOException {
    try (LoneFunction function = start(name, Map.of())) {
      List<String> threads = function.threads();

      assertTrue(threads.contains("main"), threads::toString);
      assertFalse(threads.stream().anyMatch(t -> t.startsWith(SCHEDULER)), threads::toString);
    }
  }

  @Test
  void withAScheduleThereIsOne() throws IOException {
    try (LoneFunction function =
        start("gather-programs", Map.of("MLA_GATHER_PROGRAMS_CRON", "0 0 0 1 1 ?"))) {
      List<String> threads = function.threads();

      assertTrue(threads.stream().anyMatch(t -> t.startsWith(SCHEDULER)), threads::toString);
    }
  }

  private static LoneFunction start(String name, Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("MONGODB_URI", "mongodb://127.0.0.1:" + Ports.free());
    all.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Ports.free());
    all.put("DRUID_URL", "http://127.0.0.1:" + Ports.free());
    return new LoneFunction(name, all);
  }
}
