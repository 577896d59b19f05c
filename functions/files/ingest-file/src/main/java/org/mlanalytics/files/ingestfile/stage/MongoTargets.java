package org.mlanalytics.files.ingestfile.stage;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;

/** Collections of the tenants' databases. */
public final class MongoTargets implements RowTargets {

  private final MongoClient mongo;
  private final String databasePrefix;
  private final int batchSize;

  /**
   * @param databasePrefix the tenant's name behind it is the name of the tenant's database
   * @param batchSize rows of one round trip
   */
  public MongoTargets(MongoClient mongo, String databasePrefix, int batchSize) {
    this.mongo = mongo;
    this.databasePrefix = databasePrefix;
    this.batchSize = batchSize;
  }

  @Override
  public RowTarget open(Load load) {
    return new MongoTarget(
        mongo
            .getDatabase(databasePrefix + load.tenant())
            .withWriteConcern(WriteConcern.MAJORITY)
            .getCollection(load.target().name()),
        load.key(),
        load.sha256(),
        batchSize);
  }
}
