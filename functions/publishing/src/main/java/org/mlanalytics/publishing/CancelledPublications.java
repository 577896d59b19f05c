package org.mlanalytics.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.runtime.function.Canceller;
import org.mlanalytics.runtime.run.Run;

/** Stops the Druid task of a cancelled publication. */
@ApplicationScoped
public class CancelledPublications implements Canceller.CancelListener {

  private final Publisher publisher;

  CancelledPublications(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void cancelling(Run run) {
    publisher.stop(run);
  }

  @Override
  public void cancelled(Run run) {
    publisher.ended(run);
  }
}
