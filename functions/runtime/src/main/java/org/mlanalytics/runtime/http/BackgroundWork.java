package org.mlanalytics.runtime.http;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.function.RunReply;

/** Work that goes on after its request was answered. A crash leaves it to the sweeper. */
@ApplicationScoped
public class BackgroundWork {

  private static final Logger LOG = Logger.getLogger(BackgroundWork.class);

  /** Starts work on the worker pool. */
  public void start(Supplier<RunReply> work) {
    Infrastructure.getDefaultWorkerPool()
        .execute(
            () -> {
              try {
                work.get();
              } catch (RuntimeException e) {
                LOG.warnf("a run stopped and waits for the sweeper: %s", e.getMessage());
              }
            });
  }
}
