package org.mlanalytics.runtime.testing;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Configuration as the functions get it: the declared defaults, and what a test sets. */
public final class TestConfig {

  // making one takes longer than most tests
  private static final Map<List<Object>, Object> MADE = new ConcurrentHashMap<>();

  private TestConfig() {}

  /**
   * A configuration.
   *
   * @param mapping a {@code ConfigMapping} interface
   * @param values keys with their whole names
   */
  public static <T> T of(Class<T> mapping, Map<String, String> values) {
    return mapping.cast(
        MADE.computeIfAbsent(List.of(mapping, values), made -> make(mapping, values)));
  }

  private static <T> T make(Class<T> mapping, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(values, "test", 500))
        .withMapping(mapping)
        .withMappingIgnore("mla.**")
        .build()
        .getConfigMapping(mapping);
  }
}
