package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.Ports;

/** A process answers before it connects to any server, also one with a schedule. */
class StartWithoutServersIT {

  @ParameterizedTest
  @ValueSource(strings = {"survey-status", PackagedFunctions.INGEST_FILE, PackagedFunctions.SUITE})
  void aProcessIsAliveWhileAllServersAreAway(String name) throws IOException {
    Map<String, String> away =
        Map.of(
            "MONGODB_URI", "mongodb://127.0.0.1:" + Ports.free(),
            "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Ports.free(),
            "DRUID_URL", "http://127.0.0.1:" + Ports.free(),
            "MLA_SURVEY_STATUS_CRON", "0 0 0 * * ?");
    try (Installation installation = new Installation()) {
      FunctionProcess process = installation.launch(name, away);
      Await.until(
          name + " is alive, or dead",
          Installation.LIMIT,
          () -> !process.process().isAlive() || isLive(process));
      assertTrue(isLive(process), name + " did not start");
    }
  }

  private static boolean isLive(FunctionProcess process) throws IOException {
    return process.process().isAlive() && process.api().get("/q/health/live").status() == 200;
  }
}
