package org.mlanalytics.runtime.time;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import org.mlanalytics.core.time.BusinessDays;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Refuses to start in a zone in which daily snapshots would replace each other. */
@ApplicationScoped
public class ZoneGuard {

  private final BusinessDays days;

  ZoneGuard(AnalyticsConfig config) {
    this.days = new BusinessDays(config.zone(), config.snapshotsFrom());
  }

  void check(@Observes StartupEvent start) {
    LocalDate collision = days.firstCollision();
    if (collision != null) {
      throw new AnalyticsException(
          ErrorCode.ZONE_UNFIT,
          "%s: in %s %s and the date before begin on one day of UTC. %s"
              .formatted(
                  ErrorCode.ZONE_UNFIT.code(),
                  days.zone(),
                  collision,
                  ErrorCode.ZONE_UNFIT.remedy()));
    }
  }
}
