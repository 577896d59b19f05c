package org.mlanalytics.runtime.config;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bson.Document;

/** The ledger's database: what it confirms survives the loss of a server. */
@ApplicationScoped
public class LedgerDatabase {

  private final MongoClient mongo;
  private final String name;

  LedgerDatabase(MongoClient mongo, AnalyticsConfig config) {
    this.mongo = mongo;
    this.name = config.mongo().ledgerDatabase();
  }

  /** A collection, with its indexes made if they are not there. */
  public MongoCollection<Document> collection(String collection) {
    MongoDatabase database =
        mongo
            .getDatabase(name)
            .withWriteConcern(WriteConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary());
    MongoCollection<Document> documents = database.getCollection(collection);
    List<IndexModel> indexes = LedgerIndexes.of(collection);
    if (!indexes.isEmpty()) {
      documents.createIndexes(indexes);
    }
    return documents;
  }
}
