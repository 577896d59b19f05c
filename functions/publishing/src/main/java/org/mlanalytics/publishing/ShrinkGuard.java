package org.mlanalytics.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mlanalytics.core.dataset.FileDatasets;
import org.mlanalytics.core.dataset.Granularity;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.Policy;

/**
 * Refuses a replacement that would lose too much. Datasets of all time, and the interval of a file,
 * are compared with what Druid shows; a daily snapshot, which replaces a day of its own, with the
 * last date that was published.
 */
@ApplicationScoped
public class ShrinkGuard {

  private final Publications publications;
  private final Druid druid;
  private final double keptShare;

  ShrinkGuard(Publications publications, Druid druid, PublishingConfig config) {
    this.publications = publications;
    this.druid = druid;
    this.keptShare = 1 - config.maxShrinkPercent() / 100;
  }

  /**
   * Compares a plan with what is published.
   *
   * @return the rows that it was compared with; 0 when nothing is published yet
   * @throws AnalyticsException {@link ErrorCode#EMPTIES}, {@link ErrorCode#SHRINKS} unless the
   *     policy is {@code force}; {@link ErrorCode#DRUID_UNAVAILABLE} when Druid cannot be asked
   */
  public long check(PublicationPlan plan, Policy policy) {
    long published = published(plan);
    if (policy == Policy.FORCE || published == 0) {
      return published;
    }
    long rows = plan.rows();
    if (rows == 0) {
      throw new AnalyticsException(
          ErrorCode.EMPTIES, "no row would replace " + published + " rows");
    }
    if (rows < published * keptShare) {
      throw new AnalyticsException(
          ErrorCode.SHRINKS,
          "%d rows would replace %d, less than %.0f"
              .formatted(rows, published, published * keptShare));
    }
    return published;
  }

  private long published(PublicationPlan plan) {
    String dataset = plan.dataset().name();
    boolean snapshot =
        plan.dataset().segmentGranularity() == Granularity.DAY && !FileDatasets.isFile(dataset);
    if (snapshot) {
      Optional<Publication.Published> last = publications.last(dataset);
      if (last.isPresent()) {
        return last.get().rows();
      }
    }
    return druid.count(dataset, plan.interval());
  }
}
