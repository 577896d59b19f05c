package org.mlanalytics.runtime.source;

import com.mongodb.client.MongoClient;
import java.util.Map;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.testing.TestConfig;

/** Makes source databases of tests. */
public final class TestSource {

  private TestSource() {}

  /** A database of a server as source, read in small batches. */
  public static SourceDatabase of(MongoClient mongo, String database) {
    return new SourceDatabase(
        mongo,
        TestConfig.of(
            AnalyticsConfig.class,
            Map.of(
                "mla.events.topic",
                "steps",
                "mla.mongo.source-database",
                database,
                "mla.mongo.batch-size",
                "2")));
  }
}
