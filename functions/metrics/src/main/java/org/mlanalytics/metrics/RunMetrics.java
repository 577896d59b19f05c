package org.mlanalytics.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunObserver;
import org.mlanalytics.runtime.run.RunState;

/**
 * Counts runs by function and end, documents, rows and rejects, and times publications. Labels are
 * names of functions, datasets, states and rules: their number does not grow with the data.
 */
@Singleton
public final class RunMetrics implements RunObserver {

  private static final String FUNCTION = "function";
  private static final String DATASET = "dataset";

  private final MeterRegistry registry;

  RunMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void worked(Run run) {
    if (!run.state().isFinal()) {
      return;
    }
    String function = run.identity().function();
    registry.counter("mla.runs", FUNCTION, function, "state", lower(run.state())).increment();
    if (run.state() != RunState.SUCCEEDED) {
      return;
    }
    String dataset = run.identity().dataset();
    if (run.druid() == null) {
      registry.counter("mla.documents", FUNCTION, function).increment(run.counts().read());
      registry.counter("mla.rows.landed", DATASET, dataset).increment(run.counts().written());
    } else {
      registry.counter("mla.rows.published", DATASET, dataset).increment(run.counts().published());
      registry
          .timer("mla.publication", DATASET, dataset)
          .record(Duration.between(run.startedAt(), run.updatedAt()));
    }
  }

  @Override
  public void putAside(Run run, Outcome.Rejected rejected) {
    registry
        .counter("mla.rejects", "class", lower(rejected.clazz()), "code", rejected.code())
        .increment();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
