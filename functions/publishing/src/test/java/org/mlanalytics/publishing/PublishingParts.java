package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.testing.TestConfig;
import org.mlanalytics.runtime.testing.TestLedger;

/** What tests of loads need of publishing, with a Druid that takes every task. */
public final class PublishingParts {

  private final PipelineObjects objects;
  private final Publisher publisher;

  /** Parts on a ledger and a store. */
  public PublishingParts(TestLedger mongo, ObjectStore store) throws IOException {
    AnalyticsConfig analytics =
        TestConfig.of(AnalyticsConfig.class, Map.of("mla.events.topic", "steps"));
    PublishingConfig config = PublishingFixture.config();
    Druid druid = new ScriptedDruid().client();
    Publications publications = new Publications(mongo.collection(LedgerIndexes.PUBLICATIONS));
    objects = new PipelineObjects(mongo.pipelines(), mongo.runs(), analytics);
    publisher =
        new Publisher(
            publications,
            druid,
            new ShrinkGuard(publications, druid, config),
            store,
            new DirectoryProof(store, druid, new ObjectMapper()),
            mongo.runs(),
            mongo.clock(),
            config,
            analytics);
  }

  /** Objects of pipelines. */
  public PipelineObjects objects() {
    return objects;
  }

  /** The publisher. */
  public Publisher publisher() {
    return publisher;
  }
}
