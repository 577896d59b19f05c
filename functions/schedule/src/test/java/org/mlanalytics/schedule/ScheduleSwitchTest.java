package org.mlanalytics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleSwitchTest {

  private static final String ENABLED = "quarkus.scheduler.enabled";

  @Test
  void withoutASchedule() {
    assertEquals("false", enabled(Map.of()));
    assertEquals(
        "false", enabled(Map.of("mla.gather-programs.cron", "off", "mla.other.every", "disabled")));
  }

  @Test
  void withASchedule() {
    assertEquals(
        "true",
        enabled(Map.of("mla.gather-programs.cron", "0 0 0 * * ?", "mla.other.every", "off")));
    assertEquals("true", enabled(Map.of("mla.settle-publications.every", "${PERIOD:30s}")));
  }

  @Test
  void theSwitchItselfDecides() {
    assertEquals("true", enabled(Map.of(ENABLED, "true")));
    assertEquals("false", enabled(Map.of(ENABLED, "false", "mla.a.cron", "0 0 0 * * ?")));
  }

  private static String enabled(Map<String, String> settings) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withInterceptors(new ScheduleSwitch())
            .withSources(
                new PropertiesConfigSource(Map.of(ENABLED, "true"), "defaults", Integer.MIN_VALUE))
            .withSources(new PropertiesConfigSource(settings, "settings", 300))
            .build();
    return config.getConfigValue(ENABLED).getValue();
  }
}
