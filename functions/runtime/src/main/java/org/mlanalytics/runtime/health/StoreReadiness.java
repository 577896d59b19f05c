package org.mlanalytics.runtime.health;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mlanalytics.runtime.object.ObjectStore;

/** Ready while objects can be written, where the function has to do with objects at all. */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    // looked up, not injected: an injection would give every function a store
    return HealthCheckResponse.named("objects")
        .status(Arc.container().select(ObjectStore.class).stream().allMatch(StoreReadiness::isUp))
        .build();
  }

  private static boolean isUp(ObjectStore store) {
    try {
      store.probe();
      return true;
    } catch (IOException | RuntimeException away) {
      return false;
    }
  }
}
