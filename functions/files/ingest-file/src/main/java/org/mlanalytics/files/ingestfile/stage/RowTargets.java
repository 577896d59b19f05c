package org.mlanalytics.files.ingestfile.stage;

import java.util.List;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.runtime.run.Run;

/** Port: a kind of server that rows are loaded into. */
@FunctionalInterface
public interface RowTargets {

  /**
   * Opens the target of a run.
   *
   * @throws org.mlanalytics.runtime.error.AnalyticsException when its server is away or refuses
   */
  RowTarget open(Load load);

  /**
   * What is loaded.
   *
   * @param run that loads it; known by tenant, content and target
   * @param tenant whose rows they are
   * @param target where they go
   * @param key columns of the rows' key; empty without one
   * @param sha256 digest of the file
   */
  record Load(Run run, String tenant, Target target, List<String> key, String sha256) {}
}
