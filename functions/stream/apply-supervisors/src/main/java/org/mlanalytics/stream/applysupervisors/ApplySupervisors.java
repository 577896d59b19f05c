package org.mlanalytics.stream.applysupervisors;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.publishing.SpecDifference;
import org.mlanalytics.publishing.Supervisors;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.SweepFunction;

/**
 * Makes Druid read the topics of rows as the datasets are described: sends a supervisor where Druid
 * has none or another one, and nothing where it has the same.
 */
@ApplicationScoped
public class ApplySupervisors implements SweepFunction {

  static final String NAME = "apply-supervisors";

  private final StreamSupervisors wanted;
  private final Supervisors druid;
  private final PlainCall calls;

  ApplySupervisors(StreamSupervisors wanted, Supervisors druid, PlainCall calls) {
    this.wanted = wanted;
    this.druid = druid;
    this.calls = calls;
  }

  /** The plain call of the function. */
  @Funq(NAME)
  public RunReply call(RunRequest request) {
    return calls.call(this, request);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Object> sweep(boolean dryRun) {
    Map<String, Object> done = new LinkedHashMap<>();
    for (StreamSupervisors.Wanted supervisor : wanted.all()) {
      Optional<List<SpecDifference>> differences =
          dryRun ? druid.differences(supervisor.spec()) : druid.apply(supervisor.spec());
      done.put(supervisor.dataset(), Applied.of(supervisor.topic(), differences));
    }
    return done;
  }
}
