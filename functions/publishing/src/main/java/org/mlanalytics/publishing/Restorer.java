package org.mlanalytics.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.run.Claim;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.DruidTask;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.run.Trigger;

/** Submits the last good publication again after one whose rows differ from what was landed. */
@ApplicationScoped
public class Restorer {

  /** Name under which restorations are recorded. */
  public static final String FUNCTION = "restore-publication";

  private static final Logger LOG = Logger.getLogger(Restorer.class);

  private final RunLedger ledger;
  private final Publications publications;
  private final Publisher publisher;

  Restorer(RunLedger ledger, Publications publications, Publisher publisher) {
    this.ledger = ledger;
    this.publications = publications;
    this.publisher = publisher;
  }

  /** Whether a run is a restoration: it changes nothing about what counts as published last. */
  public static boolean isRestoration(Run run) {
    return run.identity().function().equals(FUNCTION);
  }

  /**
   * Restores what was published before a failing run; a restoration that fails is left to people.
   * May be called again until it has answered.
   *
   * @return whether Druid has the restoration, or there is none to wait for
   * @throws org.mlanalytics.runtime.error.AnalyticsException when a server is away
   */
  public boolean restore(Run failing) {
    DruidTask task = failing.druid();
    if (isRestoration(failing)) {
      return true;
    }
    Publication publication = publications.restoring(task.dataset(), task.interval());
    Publication.Published last = publication.last();
    if (last == null || last.objects().isEmpty()) {
      LOG.warnf("%s has no earlier publication to restore", task.dataset());
      return true;
    }
    Claim claim =
        ledger.claim(
            new ClaimRequest(
                new RunIdentity(FUNCTION, task.dataset(), scope(task), last.businessDate()),
                null,
                publication.restores(),
                Policy.FORCE,
                Trigger.SWEEPER,
                "restoration after " + task.taskId(),
                failing.traceparent()));
    if (claim instanceof Claim.Owned owned) {
      publisher.restore(
          owned.handle(),
          new PublicationPlan(
              Publisher.dataset(task), task.interval(), last.order(), last.objects(), Counts.NONE));
      return isSent(owned.handle().run());
    }
    return isSent(claim.run());
  }

  /** Files of one datasource have no date that tells their intervals apart. */
  private static String scope(DruidTask task) {
    return Publications.isPartOfFiles(task.dataset(), task.interval())
        ? task.interval().replace('/', '_')
        : RunIdentity.WHOLE;
  }

  private static boolean isSent(Run restoration) {
    return restoration.state() == RunState.SUBMITTED || restoration.state().isFinal();
  }
}
