package org.mlanalytics.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import org.mlanalytics.runtime.config.LedgerDatabase;
import org.mlanalytics.runtime.config.LedgerIndexes;

/** Makes the parts that know no framework. */
@ApplicationScoped
public class PublishingProducer {

  @Singleton
  Publications publications(LedgerDatabase ledger) {
    return new Publications(ledger.collection(LedgerIndexes.PUBLICATIONS));
  }
}
