package org.mlanalytics.runtime.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Refuses to start a listener that others can reach and that asks for no token. */
@ApplicationScoped
public class ListenerGuard {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  private final String host;
  private final AnalyticsConfig config;

  ListenerGuard(@ConfigProperty(name = "quarkus.http.host") String host, AnalyticsConfig config) {
    this.host = host;
    this.config = config;
  }

  void check(@Observes StartupEvent start) {
    if (!LOOPBACK.contains(host) && config.http().token().isEmpty()) {
      throw new AnalyticsException(
          ErrorCode.OPEN_LISTENER,
          ErrorCode.OPEN_LISTENER.code() + ": " + ErrorCode.OPEN_LISTENER.remedy());
    }
  }
}
