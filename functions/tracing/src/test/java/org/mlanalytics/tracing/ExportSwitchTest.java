package org.mlanalytics.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportSwitchTest {

  private static final String DISABLED = "quarkus.otel.sdk.disabled";
  private static final Map<String, String> DEFAULTS =
      Map.of(DISABLED, "false", "quarkus.otel.exporter.otlp.endpoint", "http://localhost:4317");

  @Test
  void nothingIsExportedByDefault() {
    assertEquals("true", disabled(Map.of()));
  }

  @Test
  void theAddressOfACollectorSwitchesOn() {
    assertEquals("false", disabled(Map.of("quarkus.otel.exporter.otlp.endpoint", "http://c:4317")));
    assertEquals(
        "false", disabled(Map.of("quarkus.otel.exporter.otlp.traces.endpoint", "http://c:4317")));
  }

  @Test
  void theSwitchItselfDecides() {
    assertEquals("false", disabled(Map.of(DISABLED, "false")));
    assertEquals(
        "true",
        disabled(Map.of(DISABLED, "true", "quarkus.otel.exporter.otlp.endpoint", "http://c:4317")));
  }

  private static String disabled(Map<String, String> settings) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withInterceptors(new ExportSwitch())
            .withSources(new PropertiesConfigSource(DEFAULTS, "defaults", Integer.MIN_VALUE))
            .withSources(new PropertiesConfigSource(settings, "settings", 300))
            .build();
    return config.getConfigValue(DISABLED).getValue();
  }
}
