package org.mlanalytics.local.druid;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.servlet.GuiceFilter;
import java.lang.reflect.Field;
import org.apache.druid.guice.annotations.RemoteChatHandler;
import org.apache.druid.java.util.common.lifecycle.Lifecycle;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletHandler;

/**
 * Gives each service's servlet filter the pipeline of its own injector.
 *
 * <p>Druid adds {@link GuiceFilter} to Jetty by class, and such a filter uses a static pipeline:
 * with several injectors in one JVM the service that starts last would answer on every port.
 */
final class OwnPipeline implements Lifecycle.Handler {

  private static final String PIPELINE_FIELD = "injectedPipeline";

  private final Injector injector;
  private final Server jetty;

  private OwnPipeline(Injector injector, Server jetty) {
    this.injector = injector;
    this.jetty = jetty;
  }

  /**
   * Adds the correction to the injector's life cycle: after Jetty has started, before the service
   * announces itself.
   */
  static Injector in(Injector injector) {
    // Asking for the server adds Jetty's own handler to the life cycle, so ours has to be added
    // after this line.
    Server jetty = injector.getInstance(serverKey(injector));
    injector
        .getInstance(Lifecycle.class)
        .addHandler(new OwnPipeline(injector, jetty), Lifecycle.Stage.SERVER);
    return injector;
  }

  // The indexer binds its server only with this annotation; asking for a plain one would create a
  // second server on its port.
  private static Key<Server> serverKey(Injector injector) {
    Key<Server> annotated = Key.get(Server.class, RemoteChatHandler.class);
    return injector.getExistingBinding(annotated) == null ? Key.get(Server.class) : annotated;
  }

  @Override
  public void start() throws ReflectiveOperationException {
    Field field = GuiceFilter.class.getDeclaredField(PIPELINE_FIELD);
    field.setAccessible(true);
    Object pipeline = field.get(injector.getInstance(GuiceFilter.class));
    int corrected = 0;
    for (Handler handler : jetty.getChildHandlersByClass(ServletHandler.class)) {
      for (FilterHolder holder : ((ServletHandler) handler).getFilters()) {
        if (holder.getFilter() instanceof GuiceFilter) {
          field.set(holder.getFilter(), pipeline);
          corrected++;
        }
      }
    }
    if (corrected == 0) {
      throw new IllegalStateException(
          "Jetty has no GuiceFilter: this Druid version registers it in another way");
    }
  }

  @Override
  public void stop() {}
}
