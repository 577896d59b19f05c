package org.mlanalytics.tracing;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.stream.Stream;

/**
 * Switches OpenTelemetry off unless the address of a collector is configured, or the switch itself:
 * the extension's default is an address of this machine, to which every process would connect.
 */
public final class ExportSwitch implements ConfigSourceInterceptor {

  private static final long serialVersionUID = 1;

  private static final String DISABLED = "quarkus.otel.sdk.disabled";

  @Override
  public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    ConfigValue value = context.proceed(name);
    if (!name.equals(DISABLED) || isSet(value)) {
      return value;
    }
    boolean endpoint =
        Stream.of(
                "quarkus.otel.exporter.otlp.endpoint", "quarkus.otel.exporter.otlp.traces.endpoint")
            .anyMatch(key -> isSet(context.restart(key)));
    return ConfigValue.builder().withName(name).withValue(String.valueOf(!endpoint)).build();
  }

  /** Defaults of mappings have the lowest ordinal there is. */
  private static boolean isSet(ConfigValue value) {
    return value != null
        && value.getValue() != null
        && value.getConfigSourceOrdinal() > Integer.MIN_VALUE;
  }
}
